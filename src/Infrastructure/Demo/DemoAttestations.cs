using MethodCenter.Application.Career.Attestations;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A made-up teacher in one post, as the attestations need to know him.</summary>
internal sealed record DemoTeacher(Guid EmployeeId, Guid OrganisationId, Guid PositionId, DateOnly Since);

/// <summary>Enters the decisions that the centre has published, and none before them: those are taken over.</summary>
internal sealed class DemoAttestations(DemoSession session)
{
    private const int DaysOfProcedure = 45;

    private int _count;

    public Task RecordAsync(
        DemoTeacher teacher,
        AttestationKind kind,
        DateOnly decidedOn,
        string source,
        CancellationToken cancellationToken
    ) =>
        session.DoAsync(
            DemoKind.Attestation,
            _count++,
            new RecordAttestation
            {
                EmployeeId = teacher.EmployeeId,
                OrganisationId = teacher.OrganisationId,
                PositionId = teacher.PositionId,
                Kind = kind,
                AppliedOn = kind == AttestationKind.Conformity ? null : decidedOn.AddDays(-DaysOfProcedure),
                DecidedOn = decidedOn,
                Outcome = AttestationOutcome.Granted,
                Source = source,
            },
            cancellationToken
        );
}
