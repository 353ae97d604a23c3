using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>
/// Аттестация руководителя или кандидата на должность: one decision of the founder's commission (ATT-25).
/// </summary>
/// <remarks>
/// A record of its own kind: the procedure of teachers does not apply to it, and who is a head and teaches as well has
/// both, apart from each other. Never changed: what was entered by mistake is annulled with a reason and entered anew.
/// </remarks>
public sealed class HeadAttestation : AggregateRoot, IOrganisationOwned
{
    public const int CommissionMaxLength = 200;

    private HeadAttestation() { }

    public Guid EmployeeId { get; private init; }

    /// <summary>The organisation that the person heads or is to head.</summary>
    public Guid OrganisationId { get; private init; }

    public Guid PositionId { get; private init; }

    /// <summary>The commission that decided, as the founder's act names it.</summary>
    public string Commission { get; private init; } = null!;

    public DateOnly DecidedOn { get; private init; }

    public AttestationOutcome Outcome { get; private init; }

    public string? ActNumber { get; private init; }

    public DateOnly? ActDate { get; private init; }

    /// <summary>From what the decision is known.</summary>
    public string? Source { get; private init; }

    /// <summary>The person did not hold the post that day: a candidate for it.</summary>
    public bool IsCandidate { get; private init; }

    /// <summary>The day when the next is due; null: refused.</summary>
    public DateOnly? ValidUntil { get; private init; }

    /// <summary>The norm that set the term: the centre's own, where the founder has set another one.</summary>
    public string RuleCode { get; private init; } = null!;

    public string RuleBasis { get; private init; } = null!;

    public DateOnly? RuleEdition { get; private init; }

    public AttestationState State { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }

    /// <summary>Why it was entered by mistake. Free text, so it may name people.</summary>
    [PersonalData]
    public string? AnnulmentReason { get; private set; }

    /// <summary>Enters a decision of the founder's commission.</summary>
    /// <param name="facts">Work in managing posts and the decisions on record.</param>
    public static Result<HeadAttestation> Record(
        HeadAttestationDecision decision,
        HeadFacts facts,
        NormSet norms,
        DateOnly today
    )
    {
        decision = decision with
        {
            Commission = decision.Commission.Trim(),
            ActNumber = Trimmed(decision.ActNumber),
            Source = Trimmed(decision.Source),
        };
        if (WrongForm(decision, today) is { } wrong)
        {
            return wrong;
        }

        if (facts.History.Any(fact => fact.SameAs(decision)))
        {
            return HeadAttestationErrors.AlreadyRecorded;
        }

        var norm = norms.Get(AttestationNorms.HeadConformityYears, decision.DecidedOn);
        var (granted, rule) = (decision.Outcome is AttestationOutcome.Granted, norm.ToRule());
        var candidate = !facts.Employed(decision.OrganisationId, decision.PositionId, decision.DecidedOn);
        var attestation = new HeadAttestation
        {
            EmployeeId = decision.EmployeeId,
            OrganisationId = decision.OrganisationId,
            PositionId = decision.PositionId,
            Commission = decision.Commission,
            DecidedOn = decision.DecidedOn,
            Outcome = decision.Outcome,
            ActNumber = decision.ActNumber,
            ActDate = decision.ActDate,
            Source = decision.Source,
            IsCandidate = candidate,
            ValidUntil = granted ? decision.DecidedOn.YearsOn(norm.AsWholeNumber()!.Value) : null,
            RuleCode = rule.Code,
            RuleBasis = rule.Basis,
            RuleEdition = rule.Edition,
        };
        attestation.Raise(
            new HeadAttestationRecorded(attestation.Id, attestation.EmployeeId, attestation.OrganisationId)
        );
        return candidate
            ? Result<HeadAttestation>.Accept(attestation, [HeadAttestationErrors.Candidate(decision.DecidedOn, rule)])
            : attestation;
    }

    /// <summary>
    /// Takes back what was entered by mistake. The record stays, with the reason, and counts no more.
    /// </summary>
    public Result<Nothing> Annul(string? reason, DateOnly today)
    {
        if (State is AttestationState.Annulled)
        {
            return AttestationErrors.AlreadyAnnulled;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return AttestationErrors.AnnulmentReasonMissing;
        }

        if (reason.Trim().Length > Attestation.AnnulmentReasonMaxLength)
        {
            return AttestationErrors.AnnulmentReasonTooLong(Attestation.AnnulmentReasonMaxLength);
        }

        (State, AnnulledOn, AnnulmentReason) = (AttestationState.Annulled, today, reason.Trim());
        Raise(new HeadAttestationAnnulled(Id, EmployeeId, OrganisationId));
        return Nothing.Done;
    }

    /// <summary>The decision as the rules see it. Only for one that counts.</summary>
    public HeadAttestationFact ToFact() =>
        new(
            Id,
            PositionId,
            OrganisationId,
            DecidedOn,
            Outcome,
            ValidUntil,
            new RuleReference(RuleCode, RuleBasis, RuleEdition)
        );

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Error? WrongForm(HeadAttestationDecision decision, DateOnly today)
    {
        if (decision.Commission.Length == 0)
        {
            return HeadAttestationErrors.CommissionMissing;
        }

        if (decision.Commission.Length > CommissionMaxLength)
        {
            return HeadAttestationErrors.CommissionTooLong(CommissionMaxLength);
        }

        if (decision.DecidedOn > today)
        {
            return AttestationErrors.DecidedInFuture(today);
        }

        if (decision.ActDate < decision.DecidedOn)
        {
            return AttestationErrors.ActBeforeDecision(decision.DecidedOn, AttestationNorms.Heads);
        }

        if (decision.ActDate > today)
        {
            return AttestationErrors.ActInFuture(today);
        }

        if (decision.ActNumber?.Length > Attestation.ActNumberMaxLength)
        {
            return AttestationErrors.ActNumberTooLong(Attestation.ActNumberMaxLength);
        }

        return decision.Source?.Length > Attestation.SourceMaxLength
            ? AttestationErrors.SourceTooLong(Attestation.SourceMaxLength)
            : null;
    }
}
