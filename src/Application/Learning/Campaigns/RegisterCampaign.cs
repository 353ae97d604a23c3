using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>What is written on the card of a campaign.</summary>
public record CampaignBody
{
    public required string Title { get; init; }

    /// <summary>An outside provider, e.g. «КРИПКиПРО»; absent: the centre's own courses.</summary>
    public string? Provider { get; init; }

    /// <summary>First day on which applications are taken.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>Last day on which applications are taken.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>Who decides: the order of arrival, or the centre; for an outside provider always the centre.</summary>
    public required CampaignDecision Decision { get; init; }

    /// <summary>An organisation without a quota gets no seats.</summary>
    public required bool ByQuota { get; init; }

    internal CampaignCard ToCard() =>
        new(
            Title.Trim(),
            string.IsNullOrWhiteSpace(Provider) ? null : Provider.Trim(),
            OpensOn,
            ClosesOn,
            Decision,
            ByQuota
        );
}

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
    public Task<Result<CampaignDetails>> Handle(RegisterCampaign request, CancellationToken cancellationToken)
    {
        if (!Campaign.Register(request.ToCard()).Succeeded(out var campaign, out var error))
        {
            return Task.FromResult<Result<CampaignDetails>>(error);
        }

        store.Campaigns.Add(campaign);
        return Task.FromResult(reads.Answer<Campaign, CampaignDetails>(campaign));
    }
}
