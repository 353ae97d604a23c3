using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Support programmes of the centre, by year of a cycle or words of the name.</summary>
[Permission(SupportProgrammePermissions.Read)]
public sealed record ListSupportProgrammes : ListQuery, IQuery<Page<SupportProgrammeListItem>>
{
    /// <summary>Only programmes that have a cycle of this year.</summary>
    public int? Year { get; init; }

    /// <summary>Part of the name; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }
}

internal sealed class ListSupportProgrammesHandler(IImprovementStore store, IProjections projections)
    : IQueryHandler<ListSupportProgrammes, Page<SupportProgrammeListItem>>
{
    internal static readonly SortFields<SupportProgramme> Sort = new SortFields<SupportProgramme>("name")
        .Add("name", programme => programme.NameKey)
        .Add("code", programme => programme.Code);

    public Task<Result<Page<SupportProgrammeListItem>>> Handle(
        ListSupportProgrammes request,
        CancellationToken cancellationToken
    ) =>
        store
            .SupportProgrammes.Searched(request.Q, programme => programme.NameKey)
            .WhereGiven(request.Year, year => programme => programme.Cycles.Any(cycle => cycle.Year == year))
            .ToPageAsync(
                request,
                Sort,
                projections.Of<SupportProgramme, SupportProgrammeListItem>(),
                cancellationToken
            );
}
