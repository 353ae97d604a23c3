using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>The timetable as rows of a file, in order of time.</summary>
internal sealed class LessonExporter(ITeachingStore store, ITerritoryStore territory, IExternalKeys keys) : IRowReader
{
    public IAsyncEnumerable<LessonRow> Read(ListLessons filter, string? source)
    {
        var (courseKeys, personKeys) = (keys.Of(CourseMatch.Resource, source), keys.Of(PersonMatch.Resource, source));

        // A teacher who is not to be seen leaves the lesson without a name; one who has left has no place of work.
        var (employments, organisations) = (territory.Employments, territory.Organisations);
        var rows =
            from lesson in ListLessonsHandler.Filter(store.Lessons.AsNoTracking(), filter)
            join course in store.Courses on lesson.CourseId equals course.Id
            join used in store.Rooms on lesson.RoomId equals (Guid?)used.Id into rooms
            from room in rooms.DefaultIfEmpty()
            join seen in territory.SeenEmployees on lesson.TeacherId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            join receiving in organisations on lesson.HostId equals (Guid?)receiving.Id into hosts
            from host in hosts.DefaultIfEmpty()
            let place = employments
                .Where(one =>
                    one.EmployeeId == lesson.TeacherId
                    && one.From <= lesson.Date
                    && (one.To == null || one.To >= lesson.Date)
                )
                .OrderBy(one => one.From)
                .ThenBy(one => one.Id)
                .Select(one => (Guid?)one.OrganisationId)
                .FirstOrDefault()
            join employing in organisations on place equals (Guid?)employing.Id into employers
            from organisation in employers.DefaultIfEmpty()
            orderby lesson.Date, lesson.Stream, lesson.Id
            select new LessonRow
            {
                CourseKey = courseKeys.Where(key => key.Id == lesson.CourseId).Min(key => key.Key),
                AcademicYear = course.AcademicYear,
                CourseNumber = course.Number,
                CourseTitle = course.Title,
                Date = lesson.Date,
                Stream = lesson.Stream,
                Hours = lesson.Hours,
                Venue = lesson.Venue,
                Room = room == null ? null : room.Site + ", " + room.Name,
                Host = host!.ShortName,
                HostCode = host.Code,
                Place = lesson.Place,
                EmployeeKey = personKeys.Where(key => key.Id == lesson.TeacherId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils!.Value.ToString(),
                Organisation = organisation!.ShortName,
                OrganisationCode = organisation.Code,
                Topic = lesson.Topic,
                Kind = lesson.Kind,
                State = lesson.State,
            };
        return rows.AsAsyncEnumerable();
    }
}
