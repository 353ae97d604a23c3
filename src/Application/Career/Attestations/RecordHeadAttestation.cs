using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Records the decision of the founder's commission about a head or a candidate (ATT-25).</summary>
[Permission(AttestationPermissions.Record)]
public sealed record RecordHeadAttestation : ICommand<HeadAttestationDetails>
{
    public required Guid EmployeeId { get; init; }

    /// <summary>The organisation that the person heads or is to head.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The managing post for which the decision was taken.</summary>
    public required Guid PositionId { get; init; }

    /// <summary>The commission that decided, as the founder's act names it.</summary>
    public required string Commission { get; init; }

    /// <summary>Day of the decision; not later than today.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Granted: the person conforms with the post.</summary>
    public required AttestationOutcome Outcome { get; init; }

    /// <summary>Number of the founder's act.</summary>
    public string? ActNumber { get; init; }

    /// <summary>Day of that act, not before the decision.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>From what the decision is known, where the centre was not told of it when it was taken.</summary>
    public string? Source { get; init; }

    internal HeadAttestationDecision ToDecision() =>
        new(EmployeeId, OrganisationId, PositionId, Commission, Outcome, DecidedOn)
        {
            ActNumber = ActNumber,
            ActDate = ActDate,
            Source = Source,
        };
}

internal sealed class RecordHeadAttestationValidator : AbstractValidator<RecordHeadAttestation>
{
    public RecordHeadAttestationValidator()
    {
        RuleFor(command => command.EmployeeId).NotEmpty();
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.PositionId).NotEmpty();
        RuleFor(command => command.Commission).NotEmpty().ShortText(HeadAttestation.CommissionMaxLength);
        RuleFor(command => command.DecidedOn).ReasonableDay();
        RuleFor(command => command.ActNumber).ShortText(Attestation.ActNumberMaxLength);
        RuleFor(command => command.ActDate).ReasonableDay();
        RuleFor(command => command.Source).ShortText(Attestation.SourceMaxLength);
    }
}

internal sealed class RecordHeadAttestationHandler(
    ICareerStore career,
    ITerritoryStore territory,
    AttestedPlaces places,
    CareerFiles files,
    INorms norms,
    IReads reads,
    IClock clock
) : ICommandHandler<RecordHeadAttestation, HeadAttestationDetails>
{
    public async Task<Answer<HeadAttestationDetails>> Handle(
        RecordHeadAttestation request,
        CancellationToken cancellationToken
    )
    {
        var found = await places.FindAsync(request.OrganisationId, request.PositionId, cancellationToken);
        if (!found.Succeeded(out var post, out var unknown))
        {
            return unknown;
        }

        if (AttestationRules.CheckHeadPost(post.Category).Error is { } refusal)
        {
            return refusal;
        }

        var normSet = await norms.GetAsync(cancellationToken);

        // From here to the commit other decisions about the same person wait, as with teachers.
        await territory.HoldEmployeeAsync(request.EmployeeId, cancellationToken);
        if (await files.FindHeadAsync(request.EmployeeId, cancellationToken) is not { } facts)
        {
            return EmployeeErrors.Unknown("/employeeId");
        }

        var recorded = HeadAttestation.Record(request.ToDecision(), facts, normSet, clock.Today);
        if (!recorded.Succeeded(out var attestation, out var error))
        {
            return error;
        }

        career.HeadAttestations.Add(attestation);
        return reads.Answer<HeadAttestation, HeadAttestationDetails>(attestation).Warn(recorded.Warnings.AsSpan());
    }
}
