using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.Calendars;

public static class CalendarPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.Analyst)]
    public const string Read = "calendars.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "calendars.write";
}
