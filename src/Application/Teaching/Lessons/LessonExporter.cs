using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
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

        var programmes = store.Programmes;
        // A teacher who is not to be seen leaves the lesson without a name; one who has left has no place of work.
        var (employments, organisations) = (territory.Employments, territory.Organisations);
        var rows =
            from lesson in ListLessonsHandler.Filter(store.Lessons.AsNoTracking(), filter)
            join course in store.Courses on lesson.CourseId equals course.Id
            join used in store.Rooms on lesson.RoomId equals (Guid?)used.Id into rooms
            from room in rooms.DefaultIfEmpty()
            join seen in territory.SeenEmployees on lesson.TeacherId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            orderby lesson.Date, lesson.Stream, lesson.Id
            select new LessonRow
            {
                CourseKey = courseKeys.Where(key => key.Id == lesson.CourseId).Min(key => key.Key),
                AcademicYear = course.AcademicYear,
                CourseNumber = course.Number,
                CourseTitle = programmes
                    .Where(one => one.Id == course.ProgrammeId)
                    .Select(one => one.Title)
                    .FirstOrDefault(),
                Date = lesson.Date,
                Stream = lesson.Stream,
                Hours = lesson.Hours,
                Venue = lesson.Venue,
                Room = room == null ? null : room.Site + ", " + room.Name,
                Host = organisations
                    .Where(host => host.Id == lesson.HostId)
                    .Select(host => host.ShortName)
                    .FirstOrDefault(),
                HostCode = organisations
                    .Where(host => host.Id == lesson.HostId)
                    .Select(host => host.Code)
                    .FirstOrDefault(),
                Place = lesson.Place,
                EmployeeKey = personKeys.Where(key => key.Id == lesson.TeacherId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils.Value.ToString(),
                Organisation = employments
                    .Where(employment =>
                        employment.EmployeeId == lesson.TeacherId
                        && employment.From <= lesson.Date
                        && (employment.To == null || employment.To >= lesson.Date)
                    )
                    .OrderBy(employment => employment.From)
                    .ThenBy(employment => employment.Id)
                    .Join(
                        organisations,
                        employment => employment.OrganisationId,
                        place => place.Id,
                        (employment, place) => place.ShortName
                    )
                    .FirstOrDefault(),
                OrganisationCode = employments
                    .Where(employment =>
                        employment.EmployeeId == lesson.TeacherId
                        && employment.From <= lesson.Date
                        && (employment.To == null || employment.To >= lesson.Date)
                    )
                    .OrderBy(employment => employment.From)
                    .ThenBy(employment => employment.Id)
                    .Join(
                        organisations,
                        employment => employment.OrganisationId,
                        place => place.Id,
                        (employment, place) => place.Code
                    )
                    .FirstOrDefault(),
                Topic = lesson.Topic,
                Kind = lesson.Kind,
                State = lesson.State,
            };
        return rows.AsAsyncEnumerable();
    }
}
