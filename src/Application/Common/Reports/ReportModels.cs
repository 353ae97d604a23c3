using System.Text.Json.Serialization;

namespace MethodCenter.Application.Common.Reports;

/// <summary>A row of a report whose figures a centre may have published.</summary>
/// <remarks>What it says of published figures is filled in for all reports in one place, behind the handler.</remarks>
public interface IReportLine
{
    /// <summary>The row of the report; a published figure is recorded under it.</summary>
    string? Key { get; }

    /// <summary>Published figures of the row beside the computed ones; absent where none is recorded.</summary>
    IReadOnlyList<StatedCell>? StatedFigures { get; }

    void TakeKey(string key);

    void TakeStated(IReadOnlyList<StatedCell>? figures);
}

/// <inheritdoc cref="IReportLine"/>
public abstract record ReportLine : IReportLine
{
    /// <summary>
    /// The row of the report: a published figure is recorded under it, with <c>#</c> and the name of the member where it
    /// is not the first measure.
    /// </summary>
    public string Key { get; internal set; } = "";

    /// <summary>Published figures of the row beside the computed ones; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatedCell>? StatedFigures { get; private set; }

    public void TakeKey(string key) => Key = key;

    public void TakeStated(IReadOnlyList<StatedCell>? figures) => StatedFigures = figures;
}

/// <summary>A published figure beside the computed one.</summary>
public sealed record StatedCell
{
    /// <summary>Cell of the report.</summary>
    public required string Key { get; init; }

    /// <summary>What was counted: a member of the row.</summary>
    public required string Measure { get; init; }

    /// <summary>The figure, computed from the records; absent: there is nothing to compute it from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Value { get; init; }

    /// <summary>The figure as published.</summary>
    public required decimal Stated { get; init; }

    /// <summary>Published minus computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Difference { get; init; }

    /// <summary>True: the published figure does not agree with the records.</summary>
    public required bool Contradicted { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>The page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Page { get; init; }
}

/// <summary>A computed figure and, where the centre has published one for the same cell, that one beside it.</summary>
public record ReportFigure : ReportLine
{
    /// <summary>The figure, computed from the records.</summary>
    public int Value { get; init; }

    /// <summary>The figure as published; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Stated { get; internal set; }

    /// <summary>Published minus computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Difference { get; internal set; }

    /// <summary>True: the published figure does not agree with the records.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Contradicted { get; internal set; }

    /// <summary>Where it was published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatedSource { get; internal set; }

    /// <summary>The page on which it was published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatedPage { get; internal set; }
}

/// <summary>What every report says of the figures that were published for it.</summary>
public abstract record StatedReport
{
    /// <summary>
    /// Counts of persons are rounded down to multiples of this: the period still runs, and the caller reads aggregates only.
    /// Absent: they are exact.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RoundedDownTo { get; internal set; }

    /// <summary>Published figures for whose cells there is nothing on record: the computed figure is 0.</summary>
    [NotPersons]
    public IReadOnlyList<ReportFigure> Unmatched { get; internal set; } = [];
}

/// <summary>What every report of an academic year says about itself.</summary>
public abstract record YearReport : StatedReport
{
    public AcademicYear AcademicYear { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";
}
