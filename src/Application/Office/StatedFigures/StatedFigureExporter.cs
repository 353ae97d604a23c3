using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Published figures as rows of a file, by the filters of the list.</summary>
internal sealed class StatedFigureExporter(IOfficeStore store) : IRowReader
{
    public async IAsyncEnumerable<StatedFigureRow> Read(
        ListStatedFigures filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var figures = ListStatedFiguresHandler
            .Filter(store.StatedFigures.AsNoTracking(), filter)
            .OrderBy(figure => figure.Period)
            .ThenBy(figure => figure.CellKey)
            .ThenBy(figure => figure.Id)
            .AsAsyncEnumerable();
        await foreach (var figure in figures.WithCancellation(cancellationToken))
        {
            yield return ToRow(figure);
        }
    }

    private static StatedFigureRow ToRow(StatedFigure figure)
    {
        var report = ReportCatalogue.Find(figure.Report.Value);
        return new StatedFigureRow
        {
            Source = figure.Source,
            Page = figure.Page,
            Report = figure.Report.Value,
            Period = figure.Period,
            CellKey = figure.CellKey,
            CellName = report?.Sheet.Find(figure.CellKey) is { } cell ? report.NameOf(cell, english: false) : null,
            Value = Common.Reports.StatedFigures.Plain(figure.Value),
        };
    }
}
