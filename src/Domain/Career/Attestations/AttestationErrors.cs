namespace MethodCenter.Domain.Career.Attestations;

/// <summary>
/// Refusals and warnings of attestation. None of them names a reason of absence: that is personal data.
/// </summary>
public static class AttestationErrors
{
    public static readonly Error NotFound = Error.NotFound("attestation.not-found");

    /// <summary>Same employee, kind, post and day of decision.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("attestation.already-recorded");

    public static readonly Error AlreadyAnnulled = Error.Conflict("attestation.already-annulled");

    public static readonly Error AnnulmentReasonMissing = Error
        .Unprocessable("attestation.annulment-reason-missing")
        .At("/reason");

    /// <summary>Heads and other staff are outside this procedure: only teaching posts are attested by it.</summary>
    public static readonly Error PositionNotTeaching = Error
        .Unprocessable("attestation.position-not-teaching")
        .At("/positionId")
        .By(AttestationNorms.Heads);

    public static Error PositionOfUniversity(RuleReference rule) =>
        Error.Unprocessable("attestation.position-of-university").At("/positionId").By(rule);

    /// <summary>The decision is on file with other content; it is never changed, but annulled and entered anew.</summary>
    public static readonly Error RecordedOtherwise = Error.Conflict("attestation.recorded-otherwise");

    /// <summary>To annul needs a reason, which a table has no place for.</summary>
    public static readonly Error AnnulmentNotByFile = Error
        .Unprocessable("attestation.annulment-not-by-file")
        .At("/state");

    public static Error AnnulmentReasonTooLong(int most) =>
        Error.Unprocessable("attestation.annulment-reason-too-long").With("most", most).At("/reason");

    public static Error ActNumberTooLong(int most) =>
        Error.Unprocessable("attestation.act-number-too-long").With("most", most).At("/actNumber");

    public static Error SourceTooLong(int most) =>
        Error.Unprocessable("attestation.source-too-long").With("most", most).At("/source");

    public static Error DecidedInFuture(DateOnly today) =>
        Error.Unprocessable("attestation.decided-in-future").With("today", today).At("/decidedOn");

    public static Error AppliedAfterDecision(DateOnly decidedOn) =>
        Error.Unprocessable("attestation.applied-after-decision").With("decidedOn", decidedOn).At("/appliedOn");

    public static Error ActBeforeDecision(DateOnly decidedOn, RuleReference rule) =>
        Error.Unprocessable("attestation.act-before-decision").With("decidedOn", decidedOn).At("/actDate").By(rule);

    public static Error ActInFuture(DateOnly today) =>
        Error.Unprocessable("attestation.act-in-future").With("today", today).At("/actDate");

    public static Error ConformityNotByApplication(RuleReference rule) =>
        Error.Unprocessable("attestation.conformity-not-by-application").At("/appliedOn").By(rule);

    public static Error NotEmployed(DateOnly decidedOn, RuleReference rule) =>
        Error.Unprocessable("attestation.not-employed").With("decidedOn", decidedOn).At("/positionId").By(rule);

    public static Error KindNotIntroduced(AttestationKind kind, DateOnly on, RuleReference rule) =>
        Error.Unprocessable("attestation.kind-not-introduced").With("kind", kind).With("on", on).At("/kind").By(rule);

    public static Error RefusedRecently(DateOnly refusedOn, DateOnly earliest, RuleReference rule) =>
        Error
            .Unprocessable("attestation.refused-recently")
            .With("refusedOn", refusedOn)
            .With("earliest", earliest)
            .At("/appliedOn")
            .By(rule);

    public static Error NoPriorCategory(RuleReference rule) =>
        Error.Unprocessable("attestation.no-prior-category").At("/kind").By(rule);

    public static Error PriorCategoryOfOtherPosition(RuleReference rule) =>
        Error.Unprocessable("attestation.prior-category-of-other-position").At("/positionId").By(rule);

    public static Error PriorCategoryExpired(DateOnly validUntil, RuleReference rule) =>
        Error.Unprocessable("attestation.prior-category-expired").With("validUntil", validUntil).At("/kind").By(rule);

    public static Error PriorCategoryTooRecent(DateOnly since, DateOnly earliest, RuleReference rule) =>
        Error
            .Unprocessable("attestation.prior-category-too-recent")
            .With("since", since)
            .With("earliest", earliest)
            .At("/appliedOn")
            .By(rule);

    public static Error HighestRequired(AttestationKind kind, RuleReference rule) =>
        Error.Unprocessable("attestation.highest-required").With("kind", kind).At("/kind").By(rule);

    public static Error HighestExpired(AttestationKind kind, DateOnly validUntil, RuleReference rule) =>
        Error
            .Unprocessable("attestation.highest-expired")
            .With("kind", kind)
            .With("validUntil", validUntil)
            .At("/kind")
            .By(rule);

    /// <summary>
    /// Regional commissions decide for the person, not for the place of work (ATT-19): only a warning.
    /// </summary>
    public static Warning EmployedElsewhere(DateOnly decidedOn, RuleReference rule) =>
        new Warning("attestation.employed-elsewhere").With("decidedOn", decidedOn).By(rule);

    /// <summary>What speaks against a claim, told beside a decision that is entered all the same (ADR 24).</summary>
    public static Warning Doubt(Error doubt) => new(doubt.Code) { Params = doubt.Params, Rule = doubt.Rule };

    /// <summary>The decision does not agree with an earlier one on record: one of the two may be entered wrongly.</summary>
    public static Warning ContradictsEarlier(AttestationFact earlier, RuleReference rule) =>
        new Warning("attestation.contradicts-earlier")
            .With("attestationId", earlier.Id)
            .With("kind", earlier.Kind)
            .With("decidedOn", earlier.DecidedOn)
            .By(rule);

    /// <summary>What is taken over should say from where it is known and by which act.</summary>
    public static Warning TakenOverWithoutSource(RuleReference rule) =>
        new Warning("attestation.taken-over-without-source").By(rule);

    /// <summary>The person was not subject to conformity that day (ATT-4).</summary>
    public static Warning ConformityExempt(DateOnly decidedOn, RuleReference rule) =>
        new Warning("attestation.conformity-exempt").With("decidedOn", decidedOn).By(rule);

    /// <summary>The commission took longer than the regulation allows (ATT-14).</summary>
    public static Warning DecidedLate(int days, int most, RuleReference rule) =>
        new Warning("attestation.decided-late").With("days", days).With("most", most).By(rule);
}
