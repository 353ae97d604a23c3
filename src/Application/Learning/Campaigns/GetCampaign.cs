using MethodCenter.Domain.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>One campaign.</summary>
[Permission(CampaignPermissions.Read)]
public sealed record GetCampaign(Guid Id) : IQuery<CampaignDetails>;

internal sealed class GetCampaignHandler(IReads reads) : IQueryHandler<GetCampaign, CampaignDetails>
{
    public async Task<Result<CampaignDetails>> Handle(GetCampaign request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Campaign, CampaignDetails>(request.Id, cancellationToken) is { } campaign
            ? campaign
            : CampaignErrors.NotFound;
}
