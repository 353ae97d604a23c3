using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <inheritdoc cref="ICourseRoll"/>
internal sealed class CourseRoll(ILearningStore store) : ICourseRoll
{
    public async Task<IReadOnlyList<CourseLearner>> LearnersAsync(Guid courseId, CancellationToken cancellationToken) =>
        await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment =>
                enrolment.CourseId == courseId
                && (enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed)
            )
            .Select(enrolment => new CourseLearner(
                enrolment.Id,
                enrolment.HalfYear,
                enrolment.State == EnrolmentState.Completed
            ))
            .ToListAsync(cancellationToken);
}
