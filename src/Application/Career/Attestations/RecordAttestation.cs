using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Records the decision of a commission about an employee in a teaching post.</summary>
[Permission(AttestationPermissions.Record)]
public sealed record RecordAttestation : ICommand<AttestationDetails>
{
    public required Guid EmployeeId { get; init; }

    /// <summary>The employer on the day of the decision.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The teaching post for which the decision was taken.</summary>
    public required Guid PositionId { get; init; }

    public required AttestationKind Kind { get; init; }

    /// <summary>Day of the application; absent: not known, or conformity, for which nobody applies.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>Day of the decision, in force from it (ATT-17); not later than today.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required AttestationOutcome Outcome { get; init; }

    /// <summary>Number of the act that published the decision.</summary>
    public string? ActNumber { get; init; }

    /// <summary>Day of that act, not before the decision.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>From what the decision is known, where the centre was not told of it when it was taken.</summary>
    public string? Source { get; init; }

    internal AttestationDecision ToDecision() =>
        new(EmployeeId, OrganisationId, PositionId, Kind, Outcome, DecidedOn)
        {
            AppliedOn = AppliedOn,
            ActNumber = ActNumber,
            ActDate = ActDate,
            Source = Source,
        };
}

internal sealed class RecordAttestationValidator : AbstractValidator<RecordAttestation>
{
    public RecordAttestationValidator()
    {
        RuleFor(command => command.EmployeeId).NotEmpty();
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.PositionId).NotEmpty();
        RuleFor(command => command.AppliedOn).ReasonableDay();
        RuleFor(command => command.DecidedOn).ReasonableDay();
        RuleFor(command => command.ActNumber).ShortText(Attestation.ActNumberMaxLength);
        RuleFor(command => command.ActDate).ReasonableDay();
        RuleFor(command => command.Source).ShortText(Attestation.SourceMaxLength);
    }
}

internal sealed class RecordAttestationHandler(
    ICareerStore career,
    ITerritoryStore territory,
    AttestedPlaces places,
    CareerFiles files,
    INorms norms,
    IReads reads,
    IClock clock
) : ICommandHandler<RecordAttestation, AttestationDetails>
{
    public async Task<Answer<AttestationDetails>> Handle(RecordAttestation request, CancellationToken cancellationToken)
    {
        var found = await places.FindAsync(request.OrganisationId, request.PositionId, cancellationToken);
        if (!found.Succeeded(out var post, out var unknown))
        {
            return unknown;
        }

        if (AttestationRules.CheckPost(post.Category, post.Point, request.DecidedOn).Error is { } refusal)
        {
            return refusal;
        }

        var normSet = await norms.GetAsync(cancellationToken);

        // From here to the commit other decisions about the same person wait: each is judged by a history that holds
        // the ones before it, so the history is read after the row is held.
        await territory.HoldEmployeeAsync(request.EmployeeId, cancellationToken);
        if (await files.FindAsync(request.EmployeeId, cancellationToken) is not { } file)
        {
            return EmployeeErrors.Unknown("/employeeId");
        }

        var recorded = Attestation.Record(request.ToDecision(), file.Facts, normSet, clock.Today);
        if (!recorded.Succeeded(out var attestation, out var error))
        {
            return error;
        }

        career.Attestations.Add(attestation);
        return reads.Answer<Attestation, AttestationDetails>(attestation).Warn(recorded.Warnings.AsSpan());
    }
}
