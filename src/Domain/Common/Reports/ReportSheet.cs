using System.Collections.Frozen;

namespace MethodCenter.Domain.Common.Reports;

/// <summary>The cells that a report has: its kinds of rows, what tells them apart, and what is counted in each.</summary>
/// <remarks>
/// A report declares them as a dataset declares its columns, so that a published figure finds the computed one by a key:
/// <c>organisation:300</c> is the first measure of a row, <c>organisation:300#refused</c> another one.
/// </remarks>
public sealed class ReportSheet
{
    /// <summary>The kind of the grand total, where a report has one.</summary>
    public const string Total = "total";

    private readonly FrozenDictionary<string, ReportCellKind> _kinds;

    public ReportSheet(ReportCode code, ReportPeriodKind period, IReadOnlyList<ReportCellKind> kinds)
    {
        (Code, Period, Kinds) = (code, period, kinds);
        _kinds = kinds.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);
    }

    public ReportCode Code { get; }

    /// <summary>What it counts by.</summary>
    public ReportPeriodKind Period { get; }

    public IReadOnlyList<ReportCellKind> Kinds { get; }

    /// <summary>The forms that keys take, for people.</summary>
    public string Forms => string.Join(", ", Kinds.Select(kind => kind.Form));

    /// <summary>Where a key points; null: the report never has such a cell.</summary>
    public ReportCellAddress? Find(string key)
    {
        var end = key.AsSpan().IndexOfAny(ReportCellKind.RowMark, ReportCellKind.MeasureMark);
        return _kinds.TryGetValue(end < 0 ? key : key[..end], out var kind) ? kind.Find(key) : null;
    }
}

/// <summary>A cell of a report.</summary>
/// <param name="Kind">The kind of its row.</param>
/// <param name="Values">What tells the row from others of its kind, in the order of the dimensions.</param>
/// <param name="Measure">What is counted.</param>
public sealed record ReportCellAddress(ReportCellKind Kind, IReadOnlyList<string?> Values, ReportMeasure Measure)
{
    /// <summary>The one way to write it.</summary>
    public string Key => Kind.Key(Values, Measure);
}
