using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <inheritdoc cref="IStatedFigures"/>
internal sealed class StatedFigureReader(IOfficeStore store) : IStatedFigures
{
    public async Task<StatedFigureComparison> ReadAsync(
        ReportCode report,
        AcademicYear year,
        CancellationToken cancellationToken
    )
    {
        var period = year.ToString();
        var rows = await store
            .StatedFigures.Where(figure => figure.Report == report && figure.Period == period)
            .Select(figure => new
            {
                figure.CellKey,
                figure.Value,
                figure.Source,
            })
            .ToListAsync(cancellationToken);
        return new(rows.ToDictionary(row => row.CellKey, row => (row.Value, row.Source), StringComparer.Ordinal));
    }
}
