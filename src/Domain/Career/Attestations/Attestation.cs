using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>
/// Аттестация педагогического работника: one decision of a commission about one employee in one post.
/// </summary>
/// <remarks>
/// Never changed: what was entered by mistake is annulled with a reason and entered anew. An annulment does not touch
/// decisions that were admitted because of this one; whoever annuls looks at those too.
/// </remarks>
public sealed class Attestation : AggregateRoot, IOrganisationOwned
{
    public const int ActNumberMaxLength = 50;
    public const int SourceMaxLength = 300;
    public const int AnnulmentReasonMaxLength = 500;

    private Attestation() { }

    public Guid EmployeeId { get; private init; }

    /// <summary>The employer on the day of the decision.</summary>
    public Guid OrganisationId { get; private init; }

    public Guid PositionId { get; private init; }

    public AttestationKind Kind { get; private init; }

    /// <summary>Day of the application; null: not known, or conformity.</summary>
    public DateOnly? AppliedOn { get; private init; }

    /// <summary>Day of the decision: in force from it, whenever the act was published (ATT-17).</summary>
    public DateOnly DecidedOn { get; private init; }

    public AttestationOutcome Outcome { get; private init; }

    public string? ActNumber { get; private init; }

    public DateOnly? ActDate { get; private init; }

    /// <summary>From what the decision is known: a list, an extract, a record of employment.</summary>
    public string? Source { get; private init; }

    /// <summary>
    /// «Принято к сведению»: when it was entered, the register did not hold what the decision rests on (ATT-13, ATT-22).
    /// Never where it holds something that contradicts the decision.
    /// </summary>
    public bool TakenOver { get; private init; }

    /// <summary>
    /// Last day in force; for conformity the day when the next is due; null: without end, or refused.
    /// </summary>
    public DateOnly? ValidUntil { get; private init; }

    /// <summary>The rule that admitted the claim (ATT-12, ATT-13, ATT-22), or ATT-3 for conformity.</summary>
    public string RuleCode { get; private init; } = null!;

    public string RuleBasis { get; private init; } = null!;

    public DateOnly? RuleEdition { get; private init; }

    /// <summary>The rule that set the term (ATT-3, ATT-15, ATT-16, ATT-23); null: refused.</summary>
    public string? TermRuleCode { get; private init; }

    public string? TermRuleBasis { get; private init; }

    public DateOnly? TermRuleEdition { get; private init; }

    public AttestationState State { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }

    /// <summary>Why it was entered by mistake. Free text, so it may name people.</summary>
    [PersonalData]
    public string? AnnulmentReason { get; private set; }

    /// <summary>Enters a decision, if the regulation in force at the time allowed it.</summary>
    /// <remarks>
    /// A refusal by the commission is entered even where the claim was not admissible: that may be why it refused. A
    /// conformity of a person who was not subject to it (ATT-4), and a decision taken late (ATT-14), are entered with a
    /// warning: the register has to hold what commissions have decided. For the same reason a category is never refused
    /// because the earlier ones are not on record: the commission has seen them. It is taken over, marked and warned of.
    /// One that earlier ones contradict is entered too, with a warning that names the earlier decision (ADR 24).
    /// </remarks>
    /// <param name="facts">The employee as known today, with every attestation that counts.</param>
    public static Result<Attestation> Record(
        AttestationDecision decision,
        CareerFacts facts,
        NormSet norms,
        DateOnly today
    )
    {
        decision = decision with { ActNumber = Trimmed(decision.ActNumber), Source = Trimmed(decision.Source) };
        if (WrongForm(decision, today) is { } wrong)
        {
            return wrong;
        }

        if (facts.History.Any(fact => SameDecision(fact, decision)))
        {
            return AttestationErrors.AlreadyRecorded;
        }

        var admission = Admission(decision, facts, norms);
        if (!admission.Succeeded(out var admitted, out var refusal))
        {
            return refusal;
        }

        var term =
            decision.Outcome is AttestationOutcome.Granted
                ? AttestationRules.ValidUntil(decision.Kind, decision.DecidedOn, norms)
                : null;
        var attestation = new Attestation
        {
            EmployeeId = decision.EmployeeId,
            OrganisationId = decision.OrganisationId,
            PositionId = decision.PositionId,
            Kind = decision.Kind,
            AppliedOn = decision.AppliedOn,
            DecidedOn = decision.DecidedOn,
            Outcome = decision.Outcome,
            ActNumber = decision.ActNumber,
            ActDate = decision.ActDate,
            Source = decision.Source,
            TakenOver = admitted.TakenOver,
            ValidUntil = term?.Until,
            RuleCode = admitted.Rule.Code,
            RuleBasis = admitted.Rule.Basis,
            RuleEdition = admitted.Rule.Edition,
            TermRuleCode = term?.Rule.Code,
            TermRuleBasis = term?.Rule.Basis,
            TermRuleEdition = term?.Rule.Edition,
        };
        attestation.Raise(
            new AttestationRecorded(
                attestation.Id,
                attestation.EmployeeId,
                attestation.OrganisationId,
                attestation.Kind
            )
        );
        return Result<Attestation>.Accept(attestation, [.. admission.Warnings, .. Doubts(decision, facts, norms)]);
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

        if (reason.Trim().Length > AnnulmentReasonMaxLength)
        {
            return AttestationErrors.AnnulmentReasonTooLong(AnnulmentReasonMaxLength);
        }

        (State, AnnulledOn, AnnulmentReason) = (AttestationState.Annulled, today, reason.Trim());
        Raise(new AttestationAnnulled(Id, EmployeeId, OrganisationId, Kind));
        return Nothing.Done;
    }

    /// <summary>
    /// The attestation as the rules see it. Only for one that counts: leave annulled ones out of the history.
    /// </summary>
    public AttestationFact ToFact() =>
        new(
            Id,
            Kind,
            PositionId,
            OrganisationId,
            AppliedOn,
            DecidedOn,
            Outcome,
            ValidUntil,
            TermRuleCode is null
                ? new RuleReference(RuleCode, RuleBasis, RuleEdition)
                : new RuleReference(TermRuleCode, TermRuleBasis!, TermRuleEdition)
        );

    /// <summary>What is wrong with the entry itself, whoever the employee is.</summary>
    private static Error? WrongForm(AttestationDecision decision, DateOnly today)
    {
        if (decision.DecidedOn > today)
        {
            return AttestationErrors.DecidedInFuture(today);
        }

        if (decision is { Kind: AttestationKind.Conformity, AppliedOn: { } appliedOn })
        {
            return AttestationErrors.ConformityNotByApplication(AttestationNorms.Regulation("ATT-2", appliedOn));
        }

        if (decision.AppliedOn > decision.DecidedOn)
        {
            return AttestationErrors.AppliedAfterDecision(decision.DecidedOn);
        }

        if (decision.ActDate < decision.DecidedOn)
        {
            var rule = AttestationNorms.Regulation("ATT-17", decision.DecidedOn);
            return AttestationErrors.ActBeforeDecision(decision.DecidedOn, rule);
        }

        if (decision.ActDate > today)
        {
            return AttestationErrors.ActInFuture(today);
        }

        if (decision.ActNumber?.Length > ActNumberMaxLength)
        {
            return AttestationErrors.ActNumberTooLong(ActNumberMaxLength);
        }

        return decision.Source?.Length > SourceMaxLength ? AttestationErrors.SourceTooLong(SourceMaxLength) : null;
    }

    private static bool SameDecision(AttestationFact fact, AttestationDecision decision) =>
        fact.Kind == decision.Kind && fact.PositionId == decision.PositionId && fact.DecidedOn == decision.DecidedOn;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The rule by which the decision stands, with what speaks against it.</summary>
    private static Result<Admitted> Admission(AttestationDecision decision, CareerFacts facts, NormSet norms)
    {
        if (decision.Kind is AttestationKind.Conformity)
        {
            // The commission is the employer's own (ATT-2): it cannot decide about a person who does not work there.
            return facts.Employed(decision.OrganisationId, decision.PositionId, decision.DecidedOn)
                ? new Admitted(norms.Get(AttestationNorms.ConformityYears, decision.DecidedOn).ToRule())
                : AttestationErrors.NotEmployed(
                    decision.DecidedOn,
                    AttestationNorms.Regulation("ATT-2", decision.DecidedOn)
                );
        }

        var claim = AttestationRules.MayClaim(decision.Kind, decision.PositionId, decision.ClaimedOn, facts, norms);
        if (claim.Error is not { } doubt)
        {
            return new Admitted(claim.Rule);
        }

        if (claim.Standing is ClaimStanding.Barred)
        {
            return doubt;
        }

        // Whatever speaks against the claim may be why the commission has refused it.
        if (decision.Outcome is AttestationOutcome.Refused)
        {
            return new Admitted(claim.Rule);
        }

        return claim.Standing is ClaimStanding.Paused
            ? doubt
            : Result<Admitted>.Accept(
                new Admitted(claim.Rule, claim.Standing is ClaimStanding.NotOnRecord),
                [.. Doubts(decision, claim, doubt)]
            );
    }

    private static IEnumerable<Warning> Doubts(AttestationDecision decision, Claim claim, Error doubt)
    {
        if (claim.Earlier is { } earlier)
        {
            yield return AttestationErrors.ContradictsEarlier(earlier, claim.Rule);
        }

        yield return AttestationErrors.Doubt(doubt);
        if (
            claim.Standing is ClaimStanding.NotOnRecord
            && (decision.Source is null || decision.ActNumber is null || decision.ActDate is null)
        )
        {
            yield return AttestationErrors.TakenOverWithoutSource(claim.Rule);
        }
    }

    private static IEnumerable<Warning> Doubts(AttestationDecision decision, CareerFacts facts, NormSet norms)
    {
        var (organisation, position, on) = (decision.OrganisationId, decision.PositionId, decision.DecidedOn);
        if (decision.Kind is AttestationKind.Conformity)
        {
            if (ConformityRules.Exemption(organisation, position, on, facts, norms) is { } exemption)
            {
                yield return AttestationErrors.ConformityExempt(on, exemption.Rule);
            }

            yield break;
        }

        if (!facts.Employed(organisation, position, on))
        {
            yield return AttestationErrors.EmployedElsewhere(on, AttestationNorms.Regulation("ATT-19", on));
        }

        if (decision.AppliedOn is { } appliedOn)
        {
            // Only both ends of the two terms are known, so they are checked as one.
            var procedure = norms.Get(AttestationNorms.ProcedureDays, appliedOn);
            var most =
                norms.WholeNumber(AttestationNorms.ApplicationDays, appliedOn) + procedure.AsWholeNumber()!.Value;
            var days = on.DayNumber - appliedOn.DayNumber;
            if (days > most)
            {
                yield return AttestationErrors.DecidedLate(days, most, procedure.ToRule());
            }
        }
    }

    /// <param name="TakenOver">What the decision rests on is not on record.</param>
    private sealed record Admitted(RuleReference Rule, bool TakenOver = false);
}
