using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Qualification of an employee on a day, as it was known on that day.</summary>
/// <remarks>
/// Why a person is exempt from conformity, and from when to when, is health data: it is not shown here to anybody.
/// Those who may read it read the absences, by a separate request that is logged.
/// </remarks>
public sealed record QualificationModel
{
    public Guid EmployeeId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string? FullName { get; init; }

    /// <summary>The day asked about.</summary>
    public DateOnly On { get; init; }

    /// <summary>The one row of a report into which the person goes (ATT-26).</summary>
    public QualificationBucket Bucket { get; init; }

    /// <summary><c>highest</c> or <c>first</c>; null: neither is in force.</summary>
    public AttestationKind? Category { get; init; }

    /// <summary>First day of the unbroken period in which the category has been held.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day of the category; null: without end, or no category.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The post for which the category was set.</summary>
    public PositionReference? Position { get; init; }

    /// <summary>Holds the category of methodist («педагог-методист»).</summary>
    public bool IsMethodist { get; init; }

    /// <summary>Holds the category of mentor («педагог-наставник»).</summary>
    public bool IsMentor { get; init; }

    /// <summary>
    /// The earliest day of <see cref="Conformities"/> on which conformity is due; null: none can be named.
    /// </summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>The rule that put the person into the row.</summary>
    public RuleReference Rule { get; init; } = null!;

    /// <summary>All categories in force, the highest first.</summary>
    public IReadOnlyList<CategoryModel> Categories { get; init; } = [];

    /// <summary>
    /// Conformity in each teaching post held that day, at the organisations that the caller answers for.
    /// </summary>
    public IReadOnlyList<ConformityModel> Conformities { get; init; } = [];

    /// <summary>
    /// Attestation by the founder in each managing post held that day (ATT-25), at the organisations that the caller
    /// answers for; it neither makes nor replaces a category or a conformity of a teacher.
    /// </summary>
    public IReadOnlyList<HeadConformityModel> HeadConformities { get; init; } = [];
}

/// <summary>Attestation of a head at one place of work.</summary>
public sealed record HeadConformityModel
{
    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;

    /// <summary>The last decision of the founder's commission for this post; null: none.</summary>
    public Guid? LastAttestationId { get; init; }

    public DateOnly? LastDecidedOn { get; init; }

    public AttestationOutcome? LastOutcome { get; init; }

    /// <summary>The last decision was positive and its term has not run out.</summary>
    public bool Valid { get; init; }

    /// <summary>When the next is due; a day in the past: overdue, and without a decision since the appointment.</summary>
    public DateOnly NextDue { get; init; }

    /// <summary>The norm that set the day (ATT-25).</summary>
    public RuleReference Rule { get; init; } = null!;
}

/// <summary>A category in force for one post.</summary>
public sealed record CategoryModel
{
    public AttestationKind Kind { get; init; }

    public PositionReference Position { get; init; } = null!;

    /// <summary>First day of the unbroken period in which the category has been held.</summary>
    public DateOnly Since { get; init; }

    /// <summary>Last day in force; null: without end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The decision that set the end.</summary>
    public Guid AttestationId { get; init; }

    /// <summary>The rule that set the end.</summary>
    public RuleReference Rule { get; init; } = null!;
}

/// <summary>Conformity with the post held at one place of work.</summary>
public sealed record ConformityModel
{
    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;

    /// <summary>The last decision of this employer's commission; null: none.</summary>
    public Guid? LastAttestationId { get; init; }

    public DateOnly? LastDecidedOn { get; init; }

    public AttestationOutcome? LastOutcome { get; init; }

    /// <summary>The last decision was positive and its term has not run out.</summary>
    public bool Valid { get; init; }

    /// <summary>The person is not subject to conformity that day (ATT-4).</summary>
    public bool Exempt { get; init; }

    /// <summary>The rule of the exemption; null: subject.</summary>
    public RuleReference? ExemptionRule { get; init; }

    /// <summary>When the next is due; a day in the past: overdue; null: an exemption has no end in sight.</summary>
    /// <remarks>
    /// The day may lie later than five years after the last decision, and so hint that there was a leave. It is shown
    /// nevertheless: to plan by it is what the register is for, and the reason and its days stay hidden.
    /// </remarks>
    public DateOnly? NextDue { get; init; }

    /// <summary>ATT-3, or the rule that put the day off; null: no day can be named.</summary>
    public RuleReference? NextDueRule { get; init; }

    /// <summary>The rule that decided: that of the exemption, else that of the day.</summary>
    public RuleReference Rule { get; init; } = null!;
}
