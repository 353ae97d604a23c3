using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>
/// What teachers hold on a day and what of it ends: counts and the list of persons in one answer (ATT-26).
/// </summary>
public sealed record QualificationReport : StatedReport
{
    public DateOnly AsOf { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public QualificationCounts Total { get; init; } = new();

    /// <summary>The same by type of institution.</summary>
    public IReadOnlyList<QualificationGroup> Groups { get; init; } = [];

    /// <summary>The same by organisation, by name.</summary>
    public IReadOnlyList<QualificationOrganisation> Organisations { get; init; } = [];

    /// <summary>The same by position, by name.</summary>
    public IReadOnlyList<QualificationPosition> Positions { get; init; } = [];

    /// <summary>How many categories end and conformities fall due, by kind; each kind of which there is one.</summary>
    [AddsUpTo(Nothing)]
    public IReadOnlyList<EndingKind> Ends { get; init; } = [];

    /// <summary>Which they are: what is overdue or ends within twelve months, the earliest first.</summary>
    [NamesPersons]
    public IReadOnlyList<EndingItem> Ending { get; init; } = [];

    /// <summary>Every teacher counted, by organisation and name; empty unless <c>includePersons</c> asks for them.</summary>
    [NamesPersons]
    public IReadOnlyList<QualificationItem> Persons { get; init; } = [];

    /// <summary>Heads, whom the founder attests (ATT-25): apart, in none of the other counts.</summary>
    public HeadQualifications Heads { get; init; } = new();

    /// <summary>A category that ends is no part of those who hold one: several may end for one person.</summary>
    private const string Nothing = "";
}

/// <summary>How many persons hold what: each once in <c>highest</c>, <c>first</c>, <c>conformity</c> or <c>none</c>.</summary>
public record QualificationCounts : ReportLine
{
    /// <summary>Base: teachers employed on the day, each once.</summary>
    public int Base { get; init; }

    public int Highest { get; init; }

    public int First { get; init; }

    /// <summary>A valid conformity and no category.</summary>
    public int Conformity { get; init; }

    public int None { get; init; }

    /// <summary>Of all of them those who hold «педагог-методист».</summary>
    public int Methodist { get; init; }

    /// <summary>Of all of them those who hold «педагог-наставник».</summary>
    public int Mentor { get; init; }
}

/// <summary>The counts of a type of institution.</summary>
public sealed record QualificationGroup : QualificationCounts
{
    public InstitutionGroup Group { get; init; }

    /// <summary>Name of the group, in the caller's language: «ОУ», «ДОУ», «УДОД» in Russian.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The counts of an organisation.</summary>
public sealed record QualificationOrganisation : QualificationCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}

/// <summary>The counts of a position.</summary>
public sealed record QualificationPosition : QualificationCounts
{
    public PositionReference Position { get; init; } = null!;
}

/// <summary>How much ends, each term with the shorter ones in it.</summary>
public record EndingCounts : ReportLine
{
    /// <summary>Conformities whose day has passed.</summary>
    public int Overdue { get; init; }

    /// <summary>Ends within three months.</summary>
    public int Within3Months { get; init; }

    /// <summary>Ends within six months, those of three among them.</summary>
    public int Within6Months { get; init; }

    /// <summary>Ends within twelve months, those of six among them.</summary>
    public int Within12Months { get; init; }
}

/// <summary>How much of one kind ends.</summary>
public sealed record EndingKind : EndingCounts
{
    public AttestationKind Kind { get; init; }

    /// <summary>Name of the kind, in the caller's language.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A category of a teacher that ends, or a conformity that falls due.</summary>
public sealed record EndingItem
{
    public Guid EmployeeId { get; init; }

    public string FullName { get; init; } = "";

    /// <summary>Where the person works; for a conformity the employer who has to confirm it.</summary>
    public OrganisationReference Organisation { get; init; } = null!;

    /// <summary>The post for which it was set or is due.</summary>
    public PositionReference Position { get; init; } = null!;

    public AttestationKind Kind { get; init; }

    /// <summary>Last day of the category; day when the conformity is due.</summary>
    public DateOnly EndsOn { get; init; }

    public EndingTerm Term { get; init; }

    /// <summary>The rule that set the day.</summary>
    public RuleReference Rule { get; init; } = null!;
}

/// <summary>What one teacher holds on the day.</summary>
public sealed record QualificationItem
{
    public Guid EmployeeId { get; init; }

    public string FullName { get; init; } = "";

    /// <summary>The place that represents the person: the main one, else the earliest begun.</summary>
    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;

    public QualificationBucket Bucket { get; init; }

    /// <summary>First day of the category; null: none.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day of the category; null: without end, or none.</summary>
    public DateOnly? Until { get; init; }

    public bool IsMethodist { get; init; }

    public bool IsMentor { get; init; }
}

/// <summary>The attestation of heads on a day.</summary>
public sealed record HeadQualifications
{
    public HeadCounts Total { get; init; } = new();

    /// <summary>How many attestations fall due.</summary>
    public EndingCounts Ends { get; init; } = new();

    /// <summary>Which they are: overdue or due within twelve months, the earliest first.</summary>
    [NamesPersons]
    public IReadOnlyList<HeadEndingItem> Ending { get; init; } = [];
}

/// <summary>How many persons hold managing posts, and how many of them are attested.</summary>
public sealed record HeadCounts : ReportLine
{
    /// <summary>Base: who holds a managing post on the day, each person once.</summary>
    public int Base { get; init; }

    /// <summary>For each post held the last decision of the founder was positive and its term has not run out.</summary>
    public int Attested { get; init; }

    public int NotAttested { get; init; }

    /// <summary>Managing posts that they hold; absent for who reads aggregates only.</summary>
    [SecondMeasure]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Posts { get; init; }
}

/// <summary>A head whose attestation falls due.</summary>
public sealed record HeadEndingItem
{
    public Guid EmployeeId { get; init; }

    public string FullName { get; init; } = "";

    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;

    /// <summary>Day of the last decision; null: none on record, due since the appointment.</summary>
    public DateOnly? LastDecidedOn { get; init; }

    public DateOnly DueOn { get; init; }

    public EndingTerm Term { get; init; }

    /// <summary>The norm that set the day (ATT-25).</summary>
    public RuleReference Rule { get; init; } = null!;
}
