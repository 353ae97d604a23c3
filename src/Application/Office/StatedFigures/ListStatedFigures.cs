using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Published figures, by report and period.</summary>
[Permission(StatedFigurePermissions.Read)]
public sealed record ListStatedFigures : ListQuery, IQuery<Page<StatedFigureListItem>>
{
    public ReportCode? Report { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Period as it was recorded, e.g. <c>2026</c> or <c>2026-01-01/2026-06-30</c>.</summary>
    public string? Period { get; init; }

    /// <summary>Words of the source.</summary>
    public string? Source { get; init; }
}

internal sealed class ListStatedFiguresHandler(IOfficeStore store, IProjections projections)
    : IQueryHandler<ListStatedFigures, Page<StatedFigureListItem>>
{
    internal static readonly SortFields<StatedFigure> Sort = new SortFields<StatedFigure>("period,cellKey")
        .Add("period", figure => figure.Period)
        .Add("source", figure => figure.Source)
        .Add("cellKey", figure => figure.CellKey);

    public Task<Result<Page<StatedFigureListItem>>> Handle(
        ListStatedFigures request,
        CancellationToken cancellationToken
    ) =>
        Filter(store.StatedFigures, request)
            .ToPageAsync(request, Sort, projections.Of<StatedFigure, StatedFigureListItem>(), cancellationToken);

    internal static IQueryable<StatedFigure> Filter(IQueryable<StatedFigure> figures, ListStatedFigures request)
    {
        var (year, period) = (request.AcademicYear?.ToString(), request.Period);
        var source = string.IsNullOrWhiteSpace(request.Source) ? null : request.Source.Trim();
        return figures
            .Where(figure => year == null || figure.Period == year)
            .Where(figure => period == null || figure.Period == period)
            .Where(figure => source == null || figure.Source.Contains(source))
            .WhereGiven(request.Report, report => figure => figure.Report == report);
    }
}
