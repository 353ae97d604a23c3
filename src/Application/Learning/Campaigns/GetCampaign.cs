using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Applications;

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
