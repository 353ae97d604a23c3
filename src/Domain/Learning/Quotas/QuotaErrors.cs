namespace MethodCenter.Domain.Learning.Quotas;

public static class QuotaErrors
{
    public static readonly Error NotFound = Error.NotFound("quota.not-found");

    public static readonly Error AlreadySet = Error.Conflict("quota.already-set");

    public static readonly Error CampaignWithoutQuotas = Error
        .Conflict("quota.campaign-without-quotas")
        .At("/campaignId");

    public static readonly Error OtherProgramme = Error.Unprocessable("quota.other-programme").At("/courseId");

    public static Error BelowUsed(int used) => Error.Unprocessable("quota.below-used").With("used", used).At("/limit");
}
