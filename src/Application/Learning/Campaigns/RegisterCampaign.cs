using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>Opens a campaign: the period in which schools apply for the courses of one provider.</summary>
[Permission(CampaignPermissions.Write)]
public sealed record RegisterCampaign : CampaignBody, ICommand<CampaignDetails>;

internal sealed class CampaignBodyValidator : AbstractValidator<CampaignBody>
{
    public CampaignBodyValidator()
    {
        RuleFor(body => body.Title).NotEmpty().ShortText(Campaign.TitleMaxLength);
        RuleFor(body => body.Provider).ShortText(Campaign.ProviderMaxLength);
        RuleFor(body => body.OpensOn).ReasonableDay();
        RuleFor(body => body.ClosesOn).ReasonableDay();
    }
}

internal sealed class RegisterCampaignValidator : AbstractValidator<RegisterCampaign>
{
    public RegisterCampaignValidator() => Include(new CampaignBodyValidator());
}

internal sealed class RegisterCampaignHandler(ILearningStore store, IReads reads)
    : ICommandHandler<RegisterCampaign, CampaignDetails>
{
    public Task<Answer<CampaignDetails>> Handle(RegisterCampaign request, CancellationToken cancellationToken)
    {
        if (!Campaign.Register(request.ToCard()).Succeeded(out var campaign, out var error))
        {
            return Task.FromResult<Answer<CampaignDetails>>(error);
        }

        store.Campaigns.Add(campaign);
        return Task.FromResult(reads.Answer<Campaign, CampaignDetails>(campaign));
    }
}
