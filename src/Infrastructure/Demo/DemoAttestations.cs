using MethodCenter.Application.Career.Attestations;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A made-up teacher in one post, as the attestations need to know him.</summary>
internal sealed record DemoTeacher(Guid EmployeeId, Guid OrganisationId, Guid PositionId, DateOnly Since);

/// <summary>Enters attestations that the regulation of their day allowed.</summary>
internal sealed class DemoAttestations(DemoSession session, Random random)
{
    private const int DaysOfProcedure = 45;

    private int _count;

    /// <summary>The highest category, and before it the first that ATT-13 asked for until 31.08.2023.</summary>
    /// <remarks>The first is 2.7 to 4.1 years older: long enough ago, and still in force on the day of the application.</remarks>
    public async Task RecordHighestAsync(DemoTeacher teacher, DateOnly decidedOn, CancellationToken cancellationToken)
    {
        var first = random.Between(decidedOn.AddDays(-1500), decidedOn.AddDays(-1000));
        await RecordAsync(teacher, AttestationKind.First, first, cancellationToken);
        await RecordAsync(teacher, AttestationKind.Highest, decidedOn, cancellationToken);
    }

    public Task RecordAsync(
        DemoTeacher teacher,
        AttestationKind kind,
        DateOnly decidedOn,
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
            },
            cancellationToken
        );
}
