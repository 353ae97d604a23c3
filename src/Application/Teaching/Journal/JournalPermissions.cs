using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.Journal;

public static class JournalPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "journal.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "journal.write";
}
