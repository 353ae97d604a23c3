using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>The journal as rows of a file, lesson by lesson.</summary>
internal sealed class AttendanceExporter(ITeachingStore store, ITerritoryStore territory, IExternalKeys keys)
    : IRowReader
{
    public IAsyncEnumerable<AttendanceRow> Read(AttendanceFilter filter, string? source)
    {
        var (courseKeys, personKeys) = (keys.Of(CourseMatch.Resource, source), keys.Of(PersonMatch.Resource, source));
        var courses = store.Courses.WhereGiven(
            filter.AcademicYear,
            year => (Course course) => course.AcademicYear == year
        );
        var lessons = store
            .Lessons.WhereGiven(filter.From, day => (Lesson lesson) => lesson.Date >= day)
            .WhereGiven(filter.To, day => lesson => lesson.Date <= day);
        var marks = store
            .AttendanceMarks.AsNoTracking()
            .WhereGiven(filter.CourseId, id => (AttendanceMark mark) => mark.CourseId == id)
            .WhereGiven(filter.OrganisationId, id => mark => mark.OrganisationId == id);

        // A person who is not to be seen leaves the mark without a name.
        var rows =
            from mark in marks
            join lesson in lessons on mark.LessonId equals lesson.Id
            join course in courses on mark.CourseId equals course.Id
            join organisation in territory.Organisations on mark.OrganisationId equals organisation.Id
            join seen in territory.SeenEmployees on mark.EmployeeId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            orderby lesson.Date, lesson.Stream, course.Number, lesson.Id, mark.Id
            select new AttendanceRow
            {
                CourseKey = courseKeys.Where(key => key.Id == course.Id).Min(key => key.Key),
                AcademicYear = course.AcademicYear,
                CourseNumber = course.Number,
                CourseTitle = course.Title,
                Date = lesson.Date,
                Stream = lesson.Stream,
                EmployeeKey = personKeys.Where(key => key.Id == mark.EmployeeId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils.Value.ToString(),
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                Presence = mark.Presence,
                MinutesMissed =
                    mark.Presence == Presence.Late || mark.Presence == Presence.LeftEarly
                        ? mark.MinutesGiven - mark.MinutesAttended
                        : null,
            };
        return rows.AsAsyncEnumerable();
    }
}
