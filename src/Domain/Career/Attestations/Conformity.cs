namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Why a person is not subject to conformity (ATT-4 a–f).</summary>
public enum ConformityExemptionReason
{
    /// <summary>а) Holds a category valid on the day.</summary>
    Category,

    /// <summary>б) Works in the post at this organisation less than two years.</summary>
    ShortTenure,

    /// <summary>в) Pregnancy.</summary>
    Pregnancy,

    /// <summary>г) Maternity leave, and two years after the return.</summary>
    MaternityLeave,

    /// <summary>д) Parental leave, and two years after the return.</summary>
    ParentalLeave,

    /// <summary>е) Absence by illness longer than four months in a row, and one year after the return.</summary>
    LongIllness,
}

/// <summary>Days on which a person is not subject to conformity.</summary>
/// <param name="Period">First and last day; an open end: no end is in sight.</param>
public sealed record ConformityExemption(
    [property: PersonalData] ConformityExemptionReason Reason,
    [property: PersonalData] Period Period,
    RuleReference Rule
);

/// <summary>When the next conformity is due. A day in the past means overdue since then.</summary>
/// <param name="Rule">ATT-3, or the rule that put it off: ATT-4, or ATT-5 after a category has expired.</param>
public sealed record ConformityDue(DateOnly On, RuleReference Rule);

/// <summary>Соответствие занимаемой должности in one post at one organisation, as known on a day.</summary>
/// <param name="Last">The last decision of this employer's commission in this spell of work; null: none.</param>
/// <param name="Valid">The last decision was positive and its term has not run out.</param>
/// <param name="Exemption">The exemption in force that day, the one that lasts longest; null: subject.</param>
/// <param name="NextDue">Null: no day can be named, since an exemption has no end in sight.</param>
/// <param name="Rule">The rule that decided: that of the exemption, else that of the due day.</param>
public sealed record ConformityStatus(
    Guid OrganisationId,
    Guid PositionId,
    AttestationFact? Last,
    bool Valid,
    ConformityExemption? Exemption,
    ConformityDue? NextDue,
    RuleReference Rule
);
