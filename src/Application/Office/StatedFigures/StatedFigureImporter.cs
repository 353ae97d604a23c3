using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Records published figures and corrects those on file.</summary>
internal sealed class StatedFigureImporter(IOfficeStore store, IProjections projections, RowCommands commands)
    : CommandImporter<StatedFigureRow, WantedFigure, StatedFigureDetails>(commands)
{
    private readonly Dictionary<(ReportCode, string, string), StatedFigureDetails> _known = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        store
            .StatedFigures.AsNoTracking()
            .OrderBy(figure => figure.Period)
            .ThenBy(figure => figure.CellKey)
            .ThenBy(figure => figure.Id)
            .Select(figure => new KnownObject(figure.Id, figure.Period + " " + figure.CellKey))
            .AsAsyncEnumerable();

    protected override IEnumerable<WantedFigure> Resolve(IReadOnlyList<ImportRow<StatedFigureRow>> rows, string? source)
    {
        foreach (var row in rows)
        {
            if (ReportOf(row.Value.Report!) is not { } report)
            {
                var known = string.Join(", ", ReportCatalogue.All.Select(one => one.Code.Value));
                row.RefuseBy(StatedFigureErrors.UnknownReport(known));
                continue;
            }

            // Brought to the one way to write them, as recording does; what is none is refused by it, with its reason.
            var sheet = report.Sheet;
            var period = ReportPeriod.TryParse(row.Value.Period!, sheet.Period, out var covered)
                ? covered.ToString()
                : row.Value.Period!;
            yield return new WantedFigure(
                row,
                report,
                period,
                sheet.Find(row.Value.CellKey!)?.Key ?? row.Value.CellKey!
            );
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedFigure> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        string[] periods = [.. found.Select(one => one.Period).Distinct()];
        string[] cells = [.. found.Select(one => one.CellKey).Distinct()];
        var known = await store
            .StatedFigures.AsNoTracking()
            .Where(figure => periods.Contains(figure.Period) && cells.Contains(figure.CellKey))
            .Select(projections.WithoutNames<StatedFigure, StatedFigureDetails>())
            .ToListAsync(cancellationToken);
        foreach (var figure in known)
        {
            Keep(figure);
        }
    }

    protected override RowPlan<StatedFigureDetails>? Plan(WantedFigure wanted)
    {
        var row = wanted.Row.Value;
        var known = _known.GetValueOrDefault((wanted.Report.Code, wanted.Period, wanted.CellKey));
        var plan = new RowPlan<StatedFigureDetails>(known);
        if (known is null)
        {
            plan.Begin(
                new RecordStatedFigure
                {
                    Report = wanted.Report.Code,
                    Period = wanted.Period,
                    CellKey = wanted.CellKey,
                    Value = row.Value!.Value,
                    Source = row.Source!,
                    Page = row.Page,
                }
            );
            return plan;
        }

        var body = new StatedFigureBody
        {
            Value = row.Value!.Value,
            Source = row.Source!,
            Page = row.Page ?? known.Page,
        };
        if ((body.Value, body.Source, body.Page) != (known.Value, known.Source, known.Page))
        {
            plan.Then(present => new UpdateStatedFigure(present.Id, present.Version, body));
        }

        return plan;
    }

    protected override void Remember(WantedFigure wanted, StatedFigureDetails details) => Keep(details);

    private void Keep(StatedFigureDetails figure) => _known[(figure.Report, figure.Period, figure.CellKey)] = figure;

    /// <summary>By code, or by the name that people read.</summary>
    private static ReportDeclaration? ReportOf(string name)
    {
        var key = SearchText.Normalize(name);
        return ReportCatalogue.Find(name)
            ?? ReportCatalogue.All.FirstOrDefault(report =>
                SearchText.Normalize(report.RussianTitle) == key || SearchText.Normalize(report.Title) == key
            );
    }
}

/// <summary>A figure that a row means.</summary>
internal sealed record WantedFigure(
    ImportRow<StatedFigureRow> Row,
    ReportDeclaration Report,
    string Period,
    string CellKey
) : Wanted<StatedFigureRow>(Row);
