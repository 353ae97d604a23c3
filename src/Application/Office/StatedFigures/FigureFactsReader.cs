using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Gathers of a computed report what may explain a published figure.</summary>
/// <remarks>Of what the caller may not see nothing is gathered: neither a cause nor that there is none tells of it.</remarks>
internal sealed class FigureFactsReader
{
    private readonly ReportDeclaration _report;
    private readonly IReadOnlyList<ReportLineCells> _lines;
    private readonly Dictionary<string, (ReportLineCells Line, int Measure)> _cells = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, decimal> _stated;

    /// <param name="report">The report.</param>
    /// <param name="lines">Its rows; null: the caller gets none.</param>
    /// <param name="stated">What was published for it, by cell.</param>
    public FigureFactsReader(
        ReportDeclaration report,
        IReadOnlyList<ReportLineCells> lines,
        IReadOnlyDictionary<string, decimal> stated
    )
    {
        (_report, _lines, _stated) = (report, lines, stated);
        foreach (var line in lines)
        {
            for (var measure = 0; measure < line.Figures.Count; measure++)
            {
                _cells.TryAdd(line.KeyOf(measure), (line, measure));
            }
        }
    }

    /// <summary>The facts of a figure with the value that the report shows; null: the caller may not see it.</summary>
    public (FigureFacts Facts, decimal? Shown)? Find(ReportCellAddress cell, decimal stated)
    {
        if (!_cells.TryGetValue(cell.Key, out var found))
        {
            var nothing = new FigureFacts
            {
                Stated = stated,
                Cell = new FigureCell(cell.Key, 0, stated),
                IsOnRecord = false,
            };
            return (nothing, 0);
        }

        var (line, place) = found;
        var value = line.Figures[place];
        if (value.IsWithheld)
        {
            return null;
        }

        var facts = new FigureFacts
        {
            Stated = stated,
            Cell = new FigureCell(cell.Key, value.Exact, stated),
            Count = cell.Measure.Unit == ReportUnit.Percent ? value.Count : null,
            Base = BaseOf(line, cell.Measure, value),
            OtherBases = cell.Measure.Unit == ReportUnit.Percent ? OtherBases(line) : [],
            Measures = Shown(Others(line, place)),
            Rows = Shown(
                _lines.Where(other => other != line && other.Kind == line.Kind).Select(other => (other, place))
            ),
            Parts = cell.Measure.IsAdditive ? Parts(line, cell.Measure) : [],
        };
        return (facts, value.Shown);
    }

    private FigureCell? BaseOf(ReportLineCells line, ReportMeasure measure, ReportValue value)
    {
        if (measure.Count is not null)
        {
            var key = measure.Base is { } name
                ? line.Kind.Key(line.Values, line.Kind.Measures.First(other => other.Code == name))
                : line.Key;
            return new FigureCell(key, value.Base, measure.Base is null ? null : StatedOf(key));
        }

        foreach (var whole in measure.IsAdditive ? line.Kind.PartOf : [])
        {
            var found = _lines.FirstOrDefault(other => other.Kind.Code == whole && IsPart(line, other));
            var place = found is null ? -1 : PlaceOf(found.Kind, measure.Code);
            if (place >= 0 && !found!.Figures[place].IsWithheld)
            {
                return CellOf(found, place);
            }
        }

        return null;
    }

    /// <summary>Counts of the row and of the totals to which it belongs.</summary>
    private List<FigureCell> OtherBases(ReportLineCells line) =>
        [
            .. new[] { line }
                .Concat(_lines.Where(other => line.Kind.PartOf.Contains(other.Kind.Code) && IsPart(line, other)))
                .SelectMany(row =>
                    Shown(
                        Enumerable
                            .Range(0, row.Figures.Count)
                            .Where(place => row.Kind.Measures[place].Count is null)
                            .Select(place => (row, place))
                    )
                ),
        ];

    private static IEnumerable<(ReportLineCells Line, int Measure)> Others(ReportLineCells line, int place) =>
        Enumerable.Range(0, line.Figures.Count).Where(other => other != place).Select(other => (line, other));

    /// <summary>The kinds of rows that add up to the row; one with a withheld figure is none.</summary>
    private List<IReadOnlyList<FigureCell>> Parts(ReportLineCells whole, ReportMeasure measure) =>
        [
            .. _lines
                .Where(line => line.Kind.PartOf.Contains(whole.Kind.Code) && IsPart(line, whole))
                .Select(line => (Line: line, Place: PlaceOf(line.Kind, measure.Code)))
                .Where(part => part.Place >= 0)
                .GroupBy(part => part.Line.Kind.Set)
                .Where(parts => parts.All(part => !part.Line.Figures[part.Place].IsWithheld))
                .Select(parts => parts.Select(part => CellOf(part.Line, part.Place)).ToList()),
        ];

    /// <summary>What both rows are told apart by is the same.</summary>
    private bool IsPart(ReportLineCells part, ReportLineCells whole)
    {
        for (var place = 0; place < whole.Values.Count; place++)
        {
            var code = whole.Kind.Dimensions[place].Code;
            for (var other = 0; other < part.Values.Count; other++)
            {
                if (part.Kind.Dimensions[other].Code == code && part.Values[other] != whole.Values[place])
                {
                    return false;
                }
            }
        }

        return !_report.IsApart(part.Kind, part.Values, whole.Kind.Code);
    }

    private List<FigureCell> Shown(IEnumerable<(ReportLineCells Line, int Measure)> cells) =>
        [
            .. cells
                .Where(cell => !cell.Line.Figures[cell.Measure].IsWithheld)
                .Select(cell => CellOf(cell.Line, cell.Measure)),
        ];

    private FigureCell CellOf(ReportLineCells line, int place) =>
        new(line.KeyOf(place), line.Figures[place].Exact, StatedOf(line.KeyOf(place)));

    private decimal? StatedOf(string key) => _stated.TryGetValue(key, out var stated) ? stated : null;

    /// <summary>The measure of the same code; the first ones are each other's, whatever they are called.</summary>
    private static int PlaceOf(ReportCellKind kind, string measure)
    {
        for (var place = 0; place < kind.Measures.Count; place++)
        {
            if (kind.Measures[place].Code == measure)
            {
                return place;
            }
        }

        return -1;
    }
}
