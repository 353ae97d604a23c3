using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Domain.Office.StatedFigures;

/// <summary>Опубликованный показатель: a figure as the centre has printed it, to be held against the computed one.</summary>
/// <remarks>
/// Never used in a computation. A report shows both and the difference: a printed total that its own rows contradict
/// is reported, not repaired.
/// </remarks>
public sealed class StatedFigure : AggregateRoot
{
    public const int PeriodMaxLength = 20;
    public const int CellKeyMaxLength = 400;
    public const int SourceMaxLength = 300;
    public const decimal MostValue = 999_999_999m;

    private StatedFigure() { }

    public ReportCode Report { get; private init; }

    /// <summary>The period of the report as its address names it, e.g. <c>2019-2020</c>.</summary>
    public string Period { get; private init; } = null!;

    /// <summary>Which cell of the report; see <see cref="ReportCells"/>.</summary>
    public string CellKey { get; private init; } = null!;

    public decimal Value { get; private set; }

    /// <summary>Where it was published: document, table, the label of the row as printed.</summary>
    public string Source { get; private set; } = null!;

    /// <summary>Records a published figure. One for each cell: of that the unique index takes care.</summary>
    public static Result<StatedFigure> Record(
        ReportCode report,
        string period,
        string cellKey,
        decimal value,
        string source
    )
    {
        // Both reports of today go by academic years.
        if (!AcademicYear.TryParse(period, out _))
        {
            return StatedFigureErrors.WrongPeriod;
        }

        if (!ReportCells.Of(report).Knows(cellKey))
        {
            return StatedFigureErrors.UnknownCell(report);
        }

        var figure = new StatedFigure
        {
            Report = report,
            Period = period,
            CellKey = cellKey,
        };
        figure.Correct(value, source);
        return figure;
    }

    /// <summary>Corrects what was typed wrongly; the cell itself never changes.</summary>
    public void Correct(decimal value, string source) => (Value, Source) = (value, source);
}
