using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Infrastructure.Teaching.Calendars;

internal sealed class CalendarsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_academic_calendars_centre_id_academic_year"] = CalendarErrors.AlreadySet,
        };
}
