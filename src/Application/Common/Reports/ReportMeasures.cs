using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>What rows of one form count.</summary>
public interface IReportMeasures<in TLine>
    where TLine : class, IReportLine
{
    internal IReadOnlyList<ReportMeasure> All { get; }

    internal IReadOnlyList<ReportValue> Read(TLine line);
}

/// <inheritdoc/>
public sealed class ReportMeasures<TLine> : IReportMeasures<TLine>
    where TLine : class, IReportLine
{
    private readonly List<(ReportMeasure Measure, Func<TLine, ReportValue> Read)> _all = [];

    IReadOnlyList<ReportMeasure> IReportMeasures<TLine>.All => [.. _all.Select(one => one.Measure)];

    /// <summary>A count, which rows add up to their whole.</summary>
    public ReportMeasures<TLine> Count(string code, Func<TLine, int> read, ReportUnit unit)
    {
        _all.Add((new ReportMeasure(code, unit), line => Of(read(line))));
        return this;
    }

    /// <summary>A second count, of which callers who may not see it get nothing.</summary>
    public ReportMeasures<TLine> Count(string code, Func<TLine, int?> read, ReportUnit unit)
    {
        _all.Add((new ReportMeasure(code, unit), line => Of(read(line) ?? SmallCells.Withheld)));
        return this;
    }

    /// <summary>A count whose sum would count the same thing twice.</summary>
    public ReportMeasures<TLine> Distinct(string code, Func<TLine, int> read, ReportUnit unit)
    {
        _all.Add((new ReportMeasure(code, unit) { IsAdditive = false }, line => Of(read(line))));
        return this;
    }

    /// <summary>A number that is computed otherwise: rates that hours make up.</summary>
    public ReportMeasures<TLine> Number(string code, Func<TLine, decimal?> read, ReportUnit unit)
    {
        _all.Add((new ReportMeasure(code, unit) { IsAdditive = false }, line => new(read(line), read(line), false)));
        return this;
    }

    /// <summary>A percentage of one count in another.</summary>
    public ReportMeasures<TLine> Share(string code, Func<TLine, decimal?> read, string count, string whole) =>
        Quotient(code, read, count, Reader(whole), ReportUnit.Percent, whole);

    /// <summary>A percentage of a count in a number that is no count of the same row.</summary>
    public ReportMeasures<TLine> Share(string code, Func<TLine, decimal?> read, string count, Func<TLine, int> whole) =>
        Quotient(code, read, count, line => Of(whole(line)), ReportUnit.Percent, whole: null);

    /// <summary>How many of one count come to one of another.</summary>
    public ReportMeasures<TLine> Ratio(string code, Func<TLine, decimal?> read, string count, string whole) =>
        Quotient(code, read, count, Reader(whole), ReportUnit.Ratio, whole);

    private ReportMeasures<TLine> Quotient(
        string code,
        Func<TLine, decimal?> read,
        string count,
        Func<TLine, ReportValue> all,
        ReportUnit unit,
        string? whole
    )
    {
        var part = Reader(count);
        var scale = unit == ReportUnit.Percent ? 100 : 1;
        var measure = new ReportMeasure(code, unit)
        {
            Count = count,
            Base = whole,
            IsAdditive = false,
        };
        _all.Add((measure, line => Divide(read(line), part(line), all(line), scale)));
        return this;
    }

    IReadOnlyList<ReportValue> IReportMeasures<TLine>.Read(TLine line) => [.. _all.Select(one => one.Read(line))];

    private static ReportValue Divide(decimal? shown, ReportValue part, ReportValue whole, int scale) =>
        new(
            shown,
            part.Exact is { } count && whole.Exact is { } all and not 0 ? scale * count / all : null,
            part.IsWithheld || whole.IsWithheld
        )
        {
            Count = part.Exact,
            Base = whole.Exact,
        };

    private Func<TLine, ReportValue> Reader(string code) => _all.Find(one => one.Measure.Code == code).Read;

    private static ReportValue Of(int value) =>
        value == SmallCells.Withheld
            ? new ReportValue(null, null, IsWithheld: true)
            : new ReportValue(value, value, IsWithheld: false);
}
