using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Campaigns;

public static class CampaignPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "campaigns.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "campaigns.write";
}
