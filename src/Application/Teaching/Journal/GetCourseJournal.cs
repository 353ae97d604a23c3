using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>The journal of a course: hours planned and given, and of each learner hours attended.</summary>
[Permission(JournalPermissions.Read)]
public sealed record GetCourseJournal(Guid Id) : IQuery<CourseJournal>;

internal sealed class GetCourseJournalHandler(ITeachingStore store, ITerritoryStore territory, INorms norms)
    : IQueryHandler<GetCourseJournal, CourseJournal>
{
    public async Task<Result<CourseJournal>> Handle(GetCourseJournal request, CancellationToken cancellationToken)
    {
        var lessons = store.Lessons.Where(lesson =>
            lesson.CourseId == request.Id && lesson.State == LessonState.Planned
        );
        var course = await store
            .Courses.Where(course => course.Id == request.Id)
            .Select(course => new
            {
                course.Number,
                course.Title,
                course.Hours,
                course.StartsOn,
                Planned = lessons.Sum(lesson => lesson.Hours),
                Given = lessons.Where(lesson => lesson.HeldRecordedOn != null).Sum(lesson => lesson.Hours),
                PlannedLessons = lessons.Count(),
                GivenLessons = lessons.Count(lesson => lesson.HeldRecordedOn != null),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        var learners = await LearnersAsync(request.Id, cancellationToken);
        var sums = await SumsAsync(request.Id, cancellationToken);

        // Minutes are kept; the hour of the course's first day says how many hours they are.
        var normSet = await norms.GetAsync(cancellationToken);
        var hour = (decimal)CalendarNorms.AcademicHour(course.StartsOn, normSet).AsWholeNumber()!.Value;
        return new CourseJournal
        {
            CourseId = request.Id,
            CourseNumber = course.Number,
            Title = course.Title,
            HoursOfProgramme = course.Hours,
            HoursPlanned = course.Planned,
            HoursGiven = course.Given,
            LessonsPlanned = course.PlannedLessons,
            LessonsGiven = course.GivenLessons,
            EarlyLeavers = learners.Count(learner => learner.State == EnrolmentState.Withdrawn),
            Learners =
            [
                .. learners.Select(learner =>
                    ToJournal(learner, sums.GetValueOrDefault(learner.Id) ?? Sum.Nothing, hour)
                ),
            ],
        };
    }

    /// <summary>Everyone who has or had a seat, by name.</summary>
    private Task<List<Learner>> LearnersAsync(Guid courseId, CancellationToken cancellationToken)
    {
        var organisations = territory.Organisations;
        return (
            from enrolment in store.Enrolments
            join employee in territory.SeenEmployees on enrolment.EmployeeId equals employee.Id
            where enrolment.CourseId == courseId && enrolment.EnrolledOn != null
            orderby employee.NameKey, enrolment.Id
            select new Learner
            {
                Id = enrolment.Id,
                EmployeeId = enrolment.EmployeeId,
                OrganisationId = enrolment.OrganisationId,
                OrganisationName = organisations
                    .Where(organisation => organisation.Id == enrolment.OrganisationId)
                    .Select(organisation => organisation.ShortName)
                    .FirstOrDefault(),
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                State = enrolment.State,
                WithdrawnOn = enrolment.WithdrawnOn,
            }
        ).ToListAsync(cancellationToken);
    }

    private static LearnerJournal ToJournal(Learner learner, Sum sum, decimal hour) =>
        new()
        {
            EnrolmentId = learner.Id,
            EmployeeId = learner.EmployeeId,
            OrganisationId = learner.OrganisationId,
            OrganisationName = learner.OrganisationName,
            FullName = PaperWords.FullName(learner.LastName, learner.FirstName, learner.Patronymic),
            State = learner.State,
            LeftOn = learner.WithdrawnOn,
            HoursGiven = Math.Round(sum.Given / hour, 2),
            HoursAttended = Math.Round(sum.Attended / hour, 2),
            Share = sum.Given == 0 ? null : Math.Round((decimal)sum.Attended / sum.Given, 4),
            Absences = sum.Absences,
            Late = sum.Late,
            LeftEarly = sum.LeftEarly,
        };

    /// <summary>What the marks of each learner come to, in minutes.</summary>
    private Task<Dictionary<Guid, Sum>> SumsAsync(Guid courseId, CancellationToken cancellationToken) =>
        store
            .AttendanceMarks.Where(mark => mark.CourseId == courseId)
            .GroupBy(mark => mark.EnrolmentId)
            .Select(marks => new Sum(
                marks.Key,
                marks.Sum(mark => mark.MinutesGiven),
                marks.Sum(mark => mark.MinutesAttended),
                marks.Count(mark => mark.Presence == Presence.Absent),
                marks.Count(mark => mark.Presence == Presence.Late),
                marks.Count(mark => mark.Presence == Presence.LeftEarly)
            ))
            .ToDictionaryAsync(sum => sum.EnrolmentId, cancellationToken);

    private sealed record Learner
    {
        public required Guid Id { get; init; }

        public required Guid EmployeeId { get; init; }

        public required Guid OrganisationId { get; init; }

        public required string? OrganisationName { get; init; }

        public required string LastName { get; init; }

        public required string FirstName { get; init; }

        public required string? Patronymic { get; init; }

        public required EnrolmentState State { get; init; }

        public required DateOnly? WithdrawnOn { get; init; }
    }

    private sealed record Sum(Guid EnrolmentId, int Given, int Attended, int Absences, int Late, int LeftEarly)
    {
        public static readonly Sum Nothing = new(Guid.Empty, 0, 0, 0, 0, 0);
    }
}
