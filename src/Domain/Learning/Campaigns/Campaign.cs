namespace MethodCenter.Domain.Learning.Campaigns;

/// <summary>Who decides on the applications of a campaign.</summary>
public enum CampaignDecision
{
    /// <summary>Order of arrival: an application for a course is decided when it arrives.</summary>
    ByArrival,

    /// <summary>The centre: each application waits for the centre's approval or refusal.</summary>
    ByCentre,
}

/// <summary>Кампания: the period in which schools apply for the courses of one provider (SPB-11, POL-22).</summary>
public sealed class Campaign : AggregateRoot
{
    public const int TitleMaxLength = 300;
    public const int ProviderMaxLength = 200;

    private Campaign() { }

    public string Title { get; private set; } = null!;

    /// <summary>Normal form of title and provider.</summary>
    public string SearchKey { get; private set; } = null!;

    /// <summary>An outside provider: «КРИПКиПРО»; null: the centre's own courses.</summary>
    public string? Provider { get; private set; }

    /// <summary>First day on which applications are taken.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day on which applications are taken.</summary>
    public DateOnly ClosesOn { get; private set; }

    public CampaignDecision Decision { get; private set; }

    /// <summary>Quotas decide: an organisation without one gets no seats.</summary>
    public bool ByQuota { get; private set; }

    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= ClosesOn;

    public static Result<Campaign> Register(CampaignCard card)
    {
        var campaign = new Campaign();
        return campaign.UpdateCard(card, taken: 0).Map(_ => campaign);
    }

    /// <summary>Changes the card.</summary>
    /// <param name="taken">Applications that the campaign holds already.</param>
    public Result<Nothing> UpdateCard(CampaignCard card, int taken)
    {
        if (card.ClosesOn < card.OpensOn)
        {
            return CampaignErrors.ClosesBeforeOpening;
        }

        if (card.Provider is not null && card.Decision == CampaignDecision.ByArrival)
        {
            return CampaignErrors.OutsideByArrival;
        }

        // What was decided under one set of rules is not turned over by another.
        if (taken > 0 && (card.Provider != Provider || card.ByQuota != ByQuota))
        {
            return CampaignErrors.AlreadyApplied(taken);
        }

        (Title, Provider, OpensOn, ClosesOn) = (card.Title, card.Provider, card.OpensOn, card.ClosesOn);
        (Decision, ByQuota) = (card.Decision, card.ByQuota);
        SearchKey = SearchText.Join([Title, Provider ?? ""], TitleMaxLength + ProviderMaxLength);
        return Nothing.Done;
    }
}

/// <summary>What is written on the card of a campaign.</summary>
public sealed record CampaignCard(
    string Title,
    string? Provider,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    CampaignDecision Decision,
    bool ByQuota
);
