using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Who has or had a seat on a course.</summary>
internal static class SeatHolders
{
    /// <summary>Of the group that is taught on a day; a course that runs in one half-year has one group.</summary>
    public static Task<List<SeatHolder>> OfGroupAsync(
        this ITeachingStore store,
        Course course,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var half = course.Season == CourseSeason.AutumnAndSpring ? CourseGroup.On(course, day)?.HalfYear : null;
        return store.HoldersOf(course.Id, half).ToListAsync(cancellationToken);
    }

    /// <summary>Of every group.</summary>
    public static Task<List<SeatHolder>> OfCourseAsync(
        this ITeachingStore store,
        Guid courseId,
        CancellationToken cancellationToken
    ) => store.HoldersOf(courseId, null).ToListAsync(cancellationToken);

    /// <summary>Of all organisations: a sheet or protocol names everyone, whoever writes it.</summary>
    private static IQueryable<SeatHolder> HoldersOf(this ITeachingStore store, Guid courseId, HalfYear? half) =>
        store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment => enrolment.CourseId == courseId && enrolment.EnrolledOn != null)
            .WhereGiven(half, value => enrolment => enrolment.HalfYear == value)
            .Where(enrolment =>
                enrolment.State == EnrolmentState.Enrolled
                || enrolment.State == EnrolmentState.Completed
                || enrolment.State == EnrolmentState.Withdrawn
            )
            .Select(enrolment => new SeatHolder(
                enrolment.Id,
                enrolment.EmployeeId,
                enrolment.OrganisationId,
                enrolment.EnrolledOn!.Value,
                enrolment.WithdrawnOn
            )
            {
                HasCompleted = enrolment.State == EnrolmentState.Completed,
            });
}
