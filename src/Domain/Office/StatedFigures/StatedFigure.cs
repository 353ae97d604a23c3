using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Domain.Office.StatedFigures;

/// <summary>Опубликованный показатель: a figure as the centre has printed it, to be held against the computed one.</summary>
/// <remarks>
/// Never used in a computation. A report shows both and the difference: a printed total that its own rows contradict
/// is reported, not repaired.
/// </remarks>
public sealed class StatedFigure : AggregateRoot
{
    public const int CellKeyMaxLength = 400;
    public const int SourceMaxLength = 300;
    public const int PageMaxLength = 60;
    public const decimal MostValue = 999_999_999m;

    private StatedFigure() { }

    public ReportCode Report { get; private init; }

    /// <summary>The period of the report, e.g. <c>2019-2020</c>; see <see cref="ReportPeriod"/>.</summary>
    public string Period { get; private init; } = null!;

    /// <summary>Which cell of the report; see <see cref="ReportSheet"/>.</summary>
    public string CellKey { get; private init; } = null!;

    public decimal Value { get; private set; }

    /// <summary>Where it was published: document, table, the label of the row as printed.</summary>
    public string Source { get; private set; } = null!;

    /// <summary>The page, or the table on it; null: not noted.</summary>
    public string? Page { get; private set; }

    /// <summary>Records a published figure. One for each cell: of that the unique index takes care.</summary>
    /// <param name="report">The cells that the report has.</param>
    public static Result<StatedFigure> Record(
        ReportSheet report,
        string period,
        string cellKey,
        decimal value,
        string source,
        string? page = null
    )
    {
        if (!ReportPeriod.TryParse(period, report.Period, out var covered))
        {
            return StatedFigureErrors.WrongPeriod(report.Period);
        }

        if (report.Find(cellKey) is not { } cell)
        {
            return StatedFigureErrors.UnknownCell(report);
        }

        var figure = new StatedFigure
        {
            Report = report.Code,
            Period = covered.ToString(),
            CellKey = cell.Key,
        };
        figure.Correct(value, source, page);
        return figure;
    }

    /// <summary>Corrects what was typed wrongly; the cell itself never changes.</summary>
    public void Correct(decimal value, string source, string? page) => (Value, Source, Page) = (value, source, page);
}
