namespace MethodCenter.Application.Territory.Accounts;

public static class AccountPermissions
{
    public const string Manage = "accounts.manage";

    /// <summary>To see who one is: held by every role, and by accounts that have none.</summary>
    public const string ReadOwn = "accounts.read-own";
}
