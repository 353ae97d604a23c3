using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Infrastructure.Office.StatedFigures;

internal sealed class StatedFiguresIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_stated_figures_centre_id_report_period_cell_key"] = StatedFigureErrors.AlreadyRecorded,
        };
}
