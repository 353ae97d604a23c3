using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Nobody learns on the course that he teaches.</summary>
internal static class Teachers
{
    /// <summary>Whether one of several employees gives lessons of a course.</summary>
    public static Task<bool> TeachAsync(
        this ITeachingStore store,
        IReadOnlyCollection<Guid> employeeIds,
        Guid courseId,
        CancellationToken cancellationToken
    ) =>
        store.Lessons.AnyAsync(
            lesson =>
                lesson.CourseId == courseId
                && employeeIds.Contains(lesson.TeacherId)
                && lesson.State == LessonState.Planned,
            cancellationToken
        );

    /// <summary>
    /// Where teachers learn or wait for a seat. Of all organisations: the answer is only that they do.
    /// </summary>
    public static IQueryable<Enrolment> EnrolmentsOf(
        this ITeachingStore store,
        IReadOnlyCollection<Guid> teacherIds,
        IReadOnlyCollection<Guid> courseIds
    ) =>
        store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment =>
                teacherIds.Contains(enrolment.EmployeeId)
                && courseIds.Contains(enrolment.CourseId)
                && (enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Waiting)
            );
}
