using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Editions of the risk dictionary.</summary>
[Permission(RiskEditionPermissions.Read)]
public sealed record ListRiskEditions : ListQuery, IQuery<Page<RiskEditionListItem>>;

internal sealed class ListRiskEditionsHandler(IImprovementStore store, IProjections projections)
    : IQueryHandler<ListRiskEditions, Page<RiskEditionListItem>>
{
    internal static readonly SortFields<RiskEdition> Sort = new SortFields<RiskEdition>("code")
        .Add("code", edition => edition.Code)
        .Add("validFrom", edition => edition.ValidFrom);

    public Task<Result<Page<RiskEditionListItem>>> Handle(
        ListRiskEditions request,
        CancellationToken cancellationToken
    ) =>
        store.RiskEditions.ToPageAsync(
            request,
            Sort,
            projections.Of<RiskEdition, RiskEditionListItem>(),
            cancellationToken
        );
}
