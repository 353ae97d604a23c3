using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>All published figures that the records do not bear, with what was computed and the likely cause (GEN-4).</summary>
[Permission(ReportPermissions.Read)]
[OfReports]
[NotPersons]
public sealed record GetContradictionReport : ListQuery, IReportQuery<ContradictionReport>, IPeriodQuery
{
    /// <summary>Figures of one report.</summary>
    public ReportCode? Report { get; init; }

    /// <summary>Figures whose period begins on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Figures whose period ends on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Figures whose period lies in an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Words of the source.</summary>
    public string? Source { get; init; }

    /// <summary>Contradictions of one likely cause.</summary>
    public ContradictionCauseKind? Cause { get; init; }

    public ReportWorkbook ToWorkbook(ContradictionReport report) => ContradictionReportWorkbook.Of(this, report);
}

internal sealed class GetContradictionReportValidator : AbstractValidator<GetContradictionReport>
{
    public GetContradictionReportValidator() => RuleFor(query => query.Source).ShortText(StatedFigure.SourceMaxLength);
}

internal sealed class GetContradictionReportHandler(IOfficeStore store, ContradictionFinder finder, IClock clock)
    : IQueryHandler<GetContradictionReport, ContradictionReport>
{
    /// <summary>Reports computed for one answer: a page ends there, and the next one goes on.</summary>
    internal const int MostReports = 40;

    /// <summary>The same for a workbook, which has no next page.</summary>
    internal const int MostReportsOfWorkbook = 200;
    private const string Computed = "difference";

    internal static readonly SortFields<FoundFigure> Sort = new SortFields<FoundFigure>("report,period,cellKey")
        .Add("report", figure => figure.Report)
        .Add("period", figure => figure.Period)
        .Add("cellKey", figure => figure.CellKey)
        .Add("source", figure => figure.Source)
        .Add("stated", figure => figure.Stated)
        .Add(Computed, figure => figure.Difference);

    public async Task<Result<ContradictionReport>> Handle(
        GetContradictionReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Period(ReportPeriodKind.Days, null, default, clock.Today).Succeeded(out var period, out var error))
        {
            return error;
        }

        var figures = await FiguresAsync(request, cancellationToken);
        var asked = figures.FindAll(figure => IsAsked(figure, period, request.Source));
        finder.Begin(figures);

        // A workbook has all; so has an order that follows from what is computed, and a count.
        var isWorkbook = request.Limit > ListQuery.MostLimit;
        var most = isWorkbook ? MostReportsOfWorkbook : MostReports;
        var isComputedFirst =
            request.IncludeTotal || request.Sort?.Contains(Computed, StringComparison.Ordinal) == true;
        if ((isWorkbook || isComputedFirst) && ContradictionFinder.CountReports(asked) > most)
        {
            return StatedFigureErrors.TooManyReports(most);
        }

        if (isComputedFirst)
        {
            asked = await ContradictedAsync(asked, request.Cause, cancellationToken);
        }

        if (!asked.Sorted(request, Sort).Succeeded(out var sorted, out error))
        {
            return error;
        }

        var page = await PageAsync(sorted, request, most, cancellationToken);
        return new ContradictionReport
        {
            From = period.From,
            To = period.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.contradictions.basis"),
            Contradictions = page with { Total = request.IncludeTotal ? asked.Count : null },
        };
    }

    /// <summary>All of the report, asked for or not: one printed figure may explain another.</summary>
    private Task<List<FoundFigure>> FiguresAsync(GetContradictionReport request, CancellationToken cancellationToken) =>
        store
            .StatedFigures.AsNoTracking()
            .WhereGiven(request.Report, report => figure => figure.Report == report)
            .OrderBy(figure => figure.Id)
            .Select(figure => new FoundFigure
            {
                Id = figure.Id,
                Code = figure.Report,
                Period = figure.Period,
                CellKey = figure.CellKey,
                Stated = figure.Value,
                Source = figure.Source,
                Page = figure.Page,
            })
            .ToListAsync(cancellationToken);

    private static bool IsAsked(FoundFigure figure, ReportPeriod period, string? source) =>
        (source is null || figure.Source.Contains(source.Trim(), StringComparison.OrdinalIgnoreCase))
        && figure.Declaration is { } report
        && ReportPeriod.TryParse(figure.Period, report.Sheet.Period, out var own)
        && (period.From is null || own.From >= period.From)
        && (period.To is null || own.To <= period.To);

    private async Task<List<FoundFigure>> ContradictedAsync(
        List<FoundFigure> asked,
        ContradictionCauseKind? cause,
        CancellationToken cancellationToken
    )
    {
        var found = new List<FoundFigure>();
        foreach (var figure in asked)
        {
            var contradiction = await finder.FindAsync(figure, cancellationToken);
            if (contradiction is not null && (cause is null || contradiction.Cause == cause))
            {
                figure.Difference = contradiction.Difference ?? contradiction.Stated;
                found.Add(figure);
            }
        }

        return found;
    }

    private async Task<Page<Contradiction>> PageAsync(
        KeysetPaging.MemoryRows<FoundFigure> sorted,
        GetContradictionReport request,
        int mostReports,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Contradiction>();
        FoundFigure? last = null;
        foreach (var figure in sorted.Rows)
        {
            if (last is not null && finder.WouldExceed(figure, mostReports))
            {
                return new Page<Contradiction>(found, sorted.CursorOf(last), null);
            }

            var contradiction = await finder.FindAsync(figure, cancellationToken);
            if (contradiction is not null && (request.Cause is null || contradiction.Cause == request.Cause))
            {
                if (found.Count == request.Limit)
                {
                    return new Page<Contradiction>(found, sorted.CursorOf(last!), null);
                }

                found.Add(contradiction);
            }

            last = figure;
        }

        return new Page<Contradiction>(found, null, null);
    }
}

/// <summary>A published figure on the way to its contradiction.</summary>
internal sealed class FoundFigure
{
    public Guid Id { get; init; }

    public ReportCode Code { get; init; }

    public string Report => Code.Value;

    public string Period { get; init; } = "";

    public string CellKey { get; init; } = "";

    public decimal Stated { get; init; }

    public string Source { get; init; } = "";

    public string? Page { get; init; }

    /// <summary>Published minus computed, once it has been.</summary>
    public decimal Difference { get; set; }

    /// <summary>The report; null: this version of the service has none of that code.</summary>
    public ReportDeclaration? Declaration => ReportCatalogue.Find(Code.Value);

    /// <summary>Where it points; null: this version of the report has no such cell.</summary>
    public ReportCellAddress? Cell => Declaration?.Sheet.Find(CellKey);
}
