using System.Globalization;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>What the centre has published, for reports to hold against what they compute.</summary>
public interface IStatedFigures
{
    Task<StatedFigureComparison> ReadAsync(ReportCode report, AcademicYear year, CancellationToken cancellationToken);
}

/// <summary>The published figures of one report and year, held against the computed ones cell by cell.</summary>
public sealed class StatedFigureComparison
{
    private readonly Dictionary<string, (decimal Value, string Source)> _stated;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    internal StatedFigureComparison(Dictionary<string, (decimal Value, string Source)> stated) => _stated = stated;

    /// <summary>No published figures: what the report is about is none of the periods they are published for.</summary>
    public static StatedFigureComparison Nothing() => new([]);

    /// <summary>The figure with the published one beside it, where there is one.</summary>
    public TFigure Beside<TFigure>(TFigure figure)
        where TFigure : ReportFigure
    {
        if (!_stated.TryGetValue(figure.Key, out var stated))
        {
            return figure;
        }

        _used.Add(figure.Key);
        return (TFigure)Compare(figure, stated.Value, stated.Source);
    }

    /// <summary>Published figures that no cell has asked for.</summary>
    public IReadOnlyList<ReportFigure> Unmatched() =>
        [
            .. _stated
                .Where(stated => !_used.Contains(stated.Key))
                .OrderBy(stated => stated.Key, StringComparer.Ordinal)
                .Select(stated =>
                    Compare(new ReportFigure { Key = stated.Key }, stated.Value.Value, stated.Value.Source)
                ),
        ];

    private static ReportFigure Compare(ReportFigure figure, decimal stated, string source) =>
        figure with
        {
            Stated = Plain(stated),
            Difference = Plain(stated - figure.Value),
            Contradicted = stated != figure.Value,
            StatedSource = source,
        };

    /// <summary>352, not 352.00: databases differ in the zeros that they give back.</summary>
    private static decimal Plain(decimal value) =>
        decimal.Parse(value.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
