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
}

internal sealed class ListStatedFiguresHandler(IOfficeStore store, IProjections projections)
    : IQueryHandler<ListStatedFigures, Page<StatedFigureListItem>>
{
    internal static readonly SortFields<StatedFigure> Sort = new SortFields<StatedFigure>("period,cellKey")
        .Add("period", figure => figure.Period)
        .Add("cellKey", figure => figure.CellKey);

    public Task<Result<Page<StatedFigureListItem>>> Handle(
        ListStatedFigures request,
        CancellationToken cancellationToken
    )
    {
        var period = request.AcademicYear?.ToString();
        return store
            .StatedFigures.Where(figure => period == null || figure.Period == period)
            .WhereGiven(request.Report, report => figure => figure.Report == report)
            .ToPageAsync(request, Sort, projections.Of<StatedFigure, StatedFigureListItem>(), cancellationToken);
    }
}
