using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Report on the attestation of an academic year: category × type of institution (SPB-T12).</summary>
public sealed record AttestationReport : YearReport
{
    /// <summary>Institution groups that have a column, with the total of each: categories only.</summary>
    public IReadOnlyList<AttestationReportColumn> Columns { get; init; } = [];

    /// <summary>One row for each category that was set in the year.</summary>
    public IReadOnlyList<AttestationReportRow> Rows { get; init; } = [];

    /// <summary>All categories in all institutions.</summary>
    public ReportFigure Total { get; init; } = null!;

    /// <summary>Conformity with the post, confirmed by employers: not a category, so in no total. Absent: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttestationReportRow? Conformity { get; init; }
}

/// <summary>A column of the report: a type of institution.</summary>
public sealed record AttestationReportColumn
{
    public InstitutionGroup Group { get; init; }

    /// <summary>Name of the group, in the caller's language: «ОУ», «ДОУ», «УДОД» in Russian.</summary>
    public string Name { get; init; } = "";

    public ReportFigure Total { get; init; } = null!;
}

/// <summary>A row of the report: a category.</summary>
public sealed record AttestationReportRow
{
    public AttestationKind Kind { get; init; }

    /// <summary>Name of the category, in the caller's language.</summary>
    public string Name { get; init; } = "";

    /// <summary>One cell for each column.</summary>
    public IReadOnlyList<AttestationReportCell> Cells { get; init; } = [];

    public ReportFigure Total { get; init; } = null!;
}

/// <summary>A cell of the report: a category in a type of institution.</summary>
public sealed record AttestationReportCell : ReportFigure
{
    public InstitutionGroup Group { get; init; }
}
