using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>
/// Report on the attestation of a period: persons by the best that was granted to them × type of institution (SPB-T12,
/// ATT-26), with the decisions as a second measure.
/// </summary>
public sealed record AttestationReport : StatedReport
{
    /// <summary>Academic year; null: the period is another one.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of the period; null: from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; null: to the last decision.</summary>
    public DateOnly? To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Institution groups that have a column, with the total of each: categories only.</summary>
    public IReadOnlyList<AttestationReportColumn> Columns { get; init; } = [];

    /// <summary>Highest and first, where they were set in the period: each person in one row.</summary>
    public IReadOnlyList<AttestationReportRow> Rows { get; init; } = [];

    /// <summary>All to whom the highest or the first category was set, each once.</summary>
    public AttestationFigure Total { get; init; } = null!;

    /// <summary>
    /// Conformity with the post, confirmed by employers, of those to whom no category was set: in no total. Absent: none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttestationReportRow? Conformity { get; init; }

    /// <summary>
    /// Methodist and mentor: marks beside the row of the person, in no total; whoever got only a mark stands here alone.
    /// </summary>
    [AddsUpTo(Nothing)]
    public IReadOnlyList<AttestationReportRow> Marks { get; init; } = [];

    /// <summary>Persons of whom decisions were taken, but neither a category nor a conformity was granted.</summary>
    public AttestationFigure None { get; init; } = null!;

    /// <summary>A person with a mark stands in a row as well, so marks are parts of no whole.</summary>
    private const string Nothing = "";
}

/// <summary>Persons, and how many decisions were granted to them.</summary>
public record AttestationFigure : ReportFigure
{
    /// <summary>
    /// Positive decisions of the kind in the period; for <c>none</c> all decisions about those persons. Absent for who
    /// reads aggregates only.
    /// </summary>
    [SecondMeasure]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Decisions { get; init; }
}

/// <summary>A column of the report: a type of institution.</summary>
public sealed record AttestationReportColumn
{
    public InstitutionGroup Group { get; init; }

    /// <summary>Name of the group, in the caller's language: «ОУ», «ДОУ», «УДОД» in Russian.</summary>
    public string Name { get; init; } = "";

    public AttestationFigure Total { get; init; } = null!;
}

/// <summary>A row of the report: a category.</summary>
public sealed record AttestationReportRow
{
    public AttestationKind Kind { get; init; }

    /// <summary>Name of the category, in the caller's language.</summary>
    public string Name { get; init; } = "";

    /// <summary>One cell for each column.</summary>
    public IReadOnlyList<AttestationReportCell> Cells { get; init; } = [];

    public AttestationFigure Total { get; init; } = null!;
}

/// <summary>A cell of the report: a category in a type of institution.</summary>
public sealed record AttestationReportCell : AttestationFigure
{
    public InstitutionGroup Group { get; init; }
}
