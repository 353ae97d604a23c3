using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Puts the person of an application on a course, or on its waiting list.</summary>
/// <remarks>
/// The course is held before the quota, everywhere: so two applications never wait for each other, and those for one
/// course are decided one after another, in every instance of the service.
/// </remarks>
internal sealed class Placement(ILearningStore store, ICourseJournal journal, QuotaRegister quotas)
{
    public async Task<Result<Enrolment>> PlaceAsync(
        TrainingApplication application,
        Guid courseId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var course = await store.HoldCourseAsync(courseId, cancellationToken);
        if (course is null)
        {
            return CourseErrors.Unknown;
        }

        var previous = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .SingleOrDefaultAsync(
                enrolment => enrolment.CourseId == course.Id && enrolment.EmployeeId == application.EmployeeId,
                cancellationToken
            );
        var quota = await quotas.FindAndHoldAsync(application, course.Id, cancellationToken);
        var facts = new EnrolmentFacts
        {
            Previous = previous,
            TeachesCourse = await journal.TeachAsync([application.EmployeeId], course.Id, cancellationToken),
        };
        var decided = application.Decide(course, quota, facts, day);
        if (previous is null && decided.Succeeded(out var enrolment, out _))
        {
            store.Enrolments.Add(enrolment);
        }

        return decided;
    }
}
