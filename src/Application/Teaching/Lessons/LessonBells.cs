using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Gives lessons the times of the clock: those of their stream in the calendar of their year.</summary>
internal static class LessonBells
{
    /// <summary>The calendars of the years of lessons that are shown.</summary>
    public static async Task<Dictionary<AcademicYear, AcademicCalendar>> CalendarsAsync(
        this ITeachingStore store,
        IEnumerable<AcademicYear> years,
        CancellationToken cancellationToken
    )
    {
        var wanted = years.Distinct().ToArray();
        return wanted.Length == 0
            ? []
            : await store
                .AcademicCalendars.AsNoTracking()
                .Where(calendar => wanted.Contains(calendar.AcademicYear))
                .ToDictionaryAsync(calendar => calendar.AcademicYear, cancellationToken);
    }

    public static LessonListItem WithBells(this LessonListItem lesson, AcademicCalendar? calendar)
    {
        var stream = calendar?.FindStream(lesson.Stream);
        return lesson with { StartsAt = stream?.From, EndsAt = stream?.EndAfter(lesson.Hours) };
    }

    public static LessonDetails WithBells(this LessonDetails lesson, AcademicCalendar? calendar)
    {
        var stream = calendar?.FindStream(lesson.Stream);
        return lesson with { StartsAt = stream?.From, EndsAt = stream?.EndAfter(lesson.Hours) };
    }
}
