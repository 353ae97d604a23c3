using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Gathers what is on file when a lesson is judged.</summary>
internal sealed class LessonFactsReader(ITeachingStore store, ITerritoryStore territory)
{
    /// <param name="course">A course whose row the caller holds.</param>
    public async Task<Result<LessonFacts>> GatherAsync(
        Course course,
        LessonPlan plan,
        CancellationToken cancellationToken
    )
    {
        var organisations = territory.Organisations;
        var people = await territory
            .Employees.Where(employee => employee.Id == plan.TeacherId)
            .Select(employee => new { HostIsKnown = organisations.Any(host => host.Id == plan.HostId) })
            .SingleOrDefaultAsync(cancellationToken);
        if (people is null)
        {
            return EmployeeErrors.Unknown("/teacherId");
        }

        if (plan.HostId is not null && !people.HostIsKnown)
        {
            return OrganisationErrors.Unknown("/hostId");
        }

        // A course that crosses 31 August is taught by the calendars of two years.
        var year = AcademicYear.Of(plan.Date);
        var calendar = await store
            .AcademicCalendars.AsNoTracking()
            .SingleOrDefaultAsync(calendar => calendar.AcademicYear == year, cancellationToken);
        var room = plan.RoomId is null
            ? null
            : await store.Rooms.AsNoTracking().SingleOrDefaultAsync(room => room.Id == plan.RoomId, cancellationToken);
        var facts = new LessonFacts(course, calendar, room, await OthersAsync(course, plan, cancellationToken))
        {
            TeacherLearns = await store.EnrolmentsOf([plan.TeacherId], [course.Id]).AnyAsync(cancellationToken),
        };
        return course.Season == CourseSeason.AutumnAndSpring
            ? facts with
            {
                Learners = await LearnersAsync(course, plan.Date, cancellationToken),
            }
            : facts;
    }

    /// <summary>Learners of the group that is taught on the day; the course itself counts those of both.</summary>
    private Task<int> LearnersAsync(Course course, DateOnly day, CancellationToken cancellationToken)
    {
        var half = CourseGroup.On(course, day)?.HalfYear;
        return store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .CountAsync(
                enrolment =>
                    enrolment.CourseId == course.Id
                    && enrolment.HalfYear == half
                    && enrolment.State == EnrolmentState.Enrolled,
                cancellationToken
            );
    }

    /// <summary>Lessons of the course, and whatever else is taught in the stream.</summary>
    private Task<List<OtherLesson>> OthersAsync(Course course, LessonPlan plan, CancellationToken cancellationToken)
    {
        // A learner of any organisation can be in one place only, whoever asks; of learners only the number is given.
        var (courses, enrolments) = (store.Courses, store.Enrolments);
        return store
            .Lessons.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(lesson =>
                lesson.State == LessonState.Planned
                && (lesson.CourseId == course.Id || (lesson.Date == plan.Date && lesson.Stream == plan.Stream))
            )
            .OrderBy(lesson => lesson.Date)
            .ThenBy(lesson => lesson.Stream)
            .ThenBy(lesson => lesson.Id)
            .Select(lesson => new OtherLesson
            {
                Id = lesson.Id,
                CourseId = lesson.CourseId,
                CourseNumber = courses
                    .Where(other => other.Id == lesson.CourseId)
                    .Select(other => other.Number)
                    .First(),
                Date = lesson.Date,
                Stream = lesson.Stream,
                Hours = lesson.Hours,
                RoomId = lesson.RoomId,
                TeacherId = lesson.TeacherId,
                Kind = lesson.Kind,
                SharedLearners =
                    lesson.CourseId == course.Id
                        ? 0
                        : enrolments.Count(one =>
                            one.CourseId == course.Id
                            && one.State == EnrolmentState.Enrolled
                            && enrolments.Any(other =>
                                other.CourseId == lesson.CourseId
                                && other.EmployeeId == one.EmployeeId
                                && other.State == EnrolmentState.Enrolled
                            )
                        ),
            })
            .ToListAsync(cancellationToken);
    }
}
