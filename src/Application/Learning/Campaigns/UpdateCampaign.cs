using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>Changes the card of a campaign; with an earlier last day it is closed.</summary>
[Permission(CampaignPermissions.Write)]
public sealed record UpdateCampaign(Guid Id, int Version, CampaignBody Body) : ICommand<CampaignDetails>;

internal sealed class UpdateCampaignValidator : AbstractValidator<UpdateCampaign>
{
    public UpdateCampaignValidator() => RuleFor(command => command.Body).SetValidator(new CampaignBodyValidator());
}

internal sealed class UpdateCampaignHandler(ILearningStore store, ICampaignApplications applied, IReads reads)
    : ICommandHandler<UpdateCampaign, CampaignDetails>
{
    public async Task<Answer<CampaignDetails>> Handle(UpdateCampaign request, CancellationToken cancellationToken)
    {
        var campaign = await store.Campaigns.SingleOrDefaultAsync(
            campaign => campaign.Id == request.Id,
            cancellationToken
        );
        if (campaign is null)
        {
            return CampaignErrors.NotFound;
        }

        if (campaign.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var taken = await applied
            .All.IgnoreQueryFilters([QueryFilters.Organisations])
            .CountAsync(application => application.CampaignId == campaign.Id, cancellationToken);
        return campaign.UpdateCard(request.Body.ToCard(), taken).Error
            ?? reads.Answer<Campaign, CampaignDetails>(campaign);
    }
}
