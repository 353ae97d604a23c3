using System.Text.Json.Serialization;

namespace MethodCenter.Application.Common.Reports;

/// <summary>A computed figure and, where the centre has published one for the same cell, that one beside it.</summary>
public record ReportFigure
{
    /// <summary>Cell of the report; a published figure is recorded under it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The figure, computed from the records.</summary>
    public int Value { get; init; }

    /// <summary>The figure as published; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Stated { get; init; }

    /// <summary>Published minus computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Difference { get; init; }

    /// <summary>True: the published figure does not agree with the records.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Contradicted { get; init; }

    /// <summary>Where it was published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatedSource { get; init; }
}

/// <summary>What every report of an academic year says about itself.</summary>
public abstract record YearReport
{
    public AcademicYear AcademicYear { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Published figures for whose cells there is nothing on record: the computed figure is 0.</summary>
    [NotPersons]
    public IReadOnlyList<ReportFigure> Unmatched { get; init; } = [];
}
