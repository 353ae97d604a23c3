using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Cancels a course with a reason; its enrolments end with it.</summary>
[Permission(CoursePermissions.Change)]
public sealed record CancelCourse(Guid Id, int Version, ReasonBody Body) : ICommand<CourseDetails>;

internal sealed class CancelCourseValidator : AbstractValidator<CancelCourse>
{
    public CancelCourseValidator() =>
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Course.ReasonMaxLength);
}

internal sealed class CancelCourseHandler(ILearningStore store, WaitingList waitingList, IReads reads)
    : ICommandHandler<CancelCourse, CourseDetails>
{
    public async Task<Result<CourseDetails>> Handle(CancelCourse request, CancellationToken cancellationToken)
    {
        // What the cancellation frees of quotas goes to who waits for it on other courses.
        var courses = await waitingList.HoldAsync(
            [request.Id],
            store.Applications.Where(application => application.CourseId == request.Id),
            cancellationToken
        );
        if (courses.FirstOrDefault(course => course.Id == request.Id) is not { } course)
        {
            return CourseErrors.NotFound;
        }

        var completed = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .CountAsync(
                enrolment => enrolment.CourseId == course.Id && enrolment.State == EnrolmentState.Completed,
                cancellationToken
            );
        return course.CheckVersion(request.Version)
            ?? course.Cancel(request.Body.Reason, completed).Error
            ?? reads.Answer<Course, CourseDetails>(course);
    }
}
