using MethodCenter.Domain.Learning.Campaigns;

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
