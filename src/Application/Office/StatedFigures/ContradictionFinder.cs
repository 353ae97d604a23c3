using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Asks each report once, as the caller would, and judges what was published for it.</summary>
/// <remarks>So whoever may not read a report, or only aggregates of it, learns no more of it here.</remarks>
internal sealed class ContradictionFinder(IDispatcher dispatcher, Caller caller)
{
    private readonly Dictionary<string, FigureFactsReader?> _asked = new(StringComparer.Ordinal);
    private ILookup<(ReportCode, string), FoundFigure> _published = Array
        .Empty<FoundFigure>()
        .ToLookup(figure => (figure.Code, figure.Period));

    /// <param name="figures">All that was published for the reports.</param>
    public void Begin(IReadOnlyList<FoundFigure> figures) =>
        _published = figures.ToLookup(figure => (figure.Code, figure.Period));

    /// <summary>How many reports have to be computed.</summary>
    public static int CountReports(IEnumerable<FoundFigure> figures) => figures.Select(KeyOf).Distinct().Count();

    /// <summary>Whether the figure needs one report more than may be computed.</summary>
    public bool WouldExceed(FoundFigure figure, int most) => _asked.Count >= most && !_asked.ContainsKey(KeyOf(figure));

    /// <summary>Null: the records bear it, or the caller may not see what they say.</summary>
    public async Task<Contradiction?> FindAsync(FoundFigure figure, CancellationToken cancellationToken)
    {
        if (figure is not { Declaration: { } report, Cell: { } cell })
        {
            return null;
        }

        if (!_asked.TryGetValue(KeyOf(figure), out var reader))
        {
            reader = await AskAsync(report, figure, cell, cancellationToken);
            _asked.Add(KeyOf(figure), reader);
        }

        return
            reader?.Find(cell, figure.Stated) is { } found
            && !ContradictionCauses.Agrees(figure.Stated, found.Facts.Cell.Computed)
            ? Tell(figure, report, cell, found.Facts, found.Shown)
            : null;
    }

    private async Task<FigureFactsReader?> AskAsync(
        ReportDeclaration report,
        FoundFigure figure,
        ReportCellAddress cell,
        CancellationToken cancellationToken
    )
    {
        if (!ReportPeriod.TryParse(figure.Period, report.Sheet.Period, out var period))
        {
            return null;
        }

        // The report opens what its own permission covers; here goes on what this request has opened.
        var (scope, useCase) = (caller.Scope, caller.UseCase);
        var (centreId, organisationIds) = (scope.CentreId, scope.AllOrganisations ? null : scope.OrganisationIds);
        var answer = await report.AskAsync(dispatcher, period, ReportDeclaration.ParametersOf(cell), cancellationToken);
        var isWhole = scope.AllOrganisations;
        scope.Open(centreId, organisationIds);
        caller.UseCase = useCase;
        if (answer is not StatedReport { RoundedDownTo: null } || !isWhole)
        {
            return null;
        }

        // Two sources may have printed the same cell at other times; the index lets one stand.
        var stated = _published[(figure.Code, figure.Period)]
            .DistinctBy(one => one.CellKey)
            .ToDictionary(one => one.CellKey, one => one.Stated, StringComparer.Ordinal);
        return new FigureFactsReader(report, report.Read(answer), stated);
    }

    private static Contradiction Tell(
        FoundFigure figure,
        ReportDeclaration report,
        ReportCellAddress cell,
        FigureFacts facts,
        decimal? shown
    )
    {
        var causes = ContradictionCauses.Of(facts);
        return new Contradiction
        {
            StatedFigureId = figure.Id,
            Report = figure.Code,
            ReportTitle = report.Title,
            Period = figure.Period,
            CellKey = figure.CellKey,
            CellName = report.NameOf(cell),
            Unit = cell.Measure.Unit,
            Stated = Common.Reports.StatedFigures.Plain(figure.Stated),
            Value = shown,
            Difference = shown is { } value ? Common.Reports.StatedFigures.Plain(figure.Stated - value) : null,
            Base = facts.Base is { } whole ? CellOf(report, whole) : null,
            Cause = causes[0].Kind,
            CauseName = Texts.Texts.Name(causes[0].Kind),
            CauseCells = [.. causes[0].Cells.Select(one => CellOf(report, one))],
            OtherCauses = [.. causes.Skip(1).Select(cause => cause.Kind)],
            Source = figure.Source,
            Page = figure.Page,
        };
    }

    private static ContradictionCell CellOf(ReportDeclaration report, FigureCell cell) =>
        new()
        {
            Key = cell.Key,
            Name = report.Sheet.Find(cell.Key) is { } address ? report.NameOf(address) : cell.Key,
            Value = cell.Computed is { } computed ? Common.Reports.StatedFigures.Plain(computed) : null,
            Stated = cell.Stated is { } stated ? Common.Reports.StatedFigures.Plain(stated) : null,
        };

    private static string KeyOf(FoundFigure figure) =>
        string.Join(
            '\n',
            [figure.Report, figure.Period, .. figure.Cell is { } cell ? ReportDeclaration.ParametersOf(cell) : []]
        );
}
