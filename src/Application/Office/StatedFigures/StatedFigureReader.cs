using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <inheritdoc cref="IStatedFigures"/>
internal sealed class StatedFigureReader(IOfficeStore store) : IStatedFigures
{
    public async Task<IReadOnlyList<StatedValue>> ReadAsync(
        ReportCode report,
        ReportPeriod period,
        CancellationToken cancellationToken
    )
    {
        var written = period.ToString();
        return await store
            .StatedFigures.Where(figure => figure.Report == report && figure.Period == written)
            .Select(figure => new StatedValue(figure.CellKey, figure.Value, figure.Source, figure.Page))
            .ToListAsync(cancellationToken);
    }
}
