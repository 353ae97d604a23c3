namespace MethodCenter.Domain.Learning.Campaigns;

public static class CampaignErrors
{
    public static readonly Error NotFound = Error.NotFound("campaign.not-found");

    public static readonly Error Unknown = Error.Unprocessable("campaign.unknown").At("/campaignId");

    public static readonly Error ClosesBeforeOpening = Error
        .Unprocessable("campaign.closes-before-opening")
        .At("/closesOn");

    /// <summary>The seats of another provider are not the centre's to give.</summary>
    public static readonly Error OutsideByArrival = Error.Unprocessable("campaign.outside-by-arrival").At("/decision");

    public static Error AlreadyApplied(int taken) => Error.Conflict("campaign.already-applied").With("taken", taken);
}
