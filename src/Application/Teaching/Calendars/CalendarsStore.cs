using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>The rows of the area.</summary>
public static class CalendarsStore
{
    extension(ITeachingStore store)
    {
        public DbSet<AcademicCalendar> AcademicCalendars => store.Set<AcademicCalendar>();
    }
}
