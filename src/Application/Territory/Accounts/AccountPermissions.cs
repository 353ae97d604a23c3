using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

public static class AccountPermissions
{
    [HeldBy(Role.CentreAdministrator)]
    public const string Manage = "accounts.manage";

    /// <summary>The keys of the system administrator's own account, which belongs to no centre.</summary>
    [HeldBy(Role.SystemAdministrator)]
    public const string ManageSystem = "accounts.manage-system";

    /// <summary>To see who one is: held by every role, and by accounts that have none.</summary>
    [HeldByEveryone]
    public const string ReadOwn = "accounts.read-own";
}
