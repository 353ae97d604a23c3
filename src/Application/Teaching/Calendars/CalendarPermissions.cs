namespace MethodCenter.Application.Teaching.Calendars;

public static class CalendarPermissions
{
    public const string Read = "calendars.read";
    public const string Write = "calendars.write";
}
