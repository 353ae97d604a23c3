namespace MethodCenter.Application.Learning.Campaigns;

public static class CampaignPermissions
{
    public const string Read = "campaigns.read";
    public const string Write = "campaigns.write";
}
