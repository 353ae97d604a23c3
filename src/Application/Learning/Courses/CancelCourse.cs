using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Cancels a course with a reason; its enrolments end with it.</summary>
[Permission(CoursePermissions.Change)]
public sealed record CancelCourse(Guid Id, int Version, ReasonBody Body) : ICommand<CourseDetails>;

internal sealed class CancelCourseValidator : AbstractValidator<CancelCourse>
{
    public CancelCourseValidator() =>
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Course.ReasonMaxLength);
}

internal sealed class CancelCourseHandler(ISeatQueue queue, ICourseRoll roll, IReads reads)
    : ICommandHandler<CancelCourse, CourseDetails>
{
    public async Task<Answer<CourseDetails>> Handle(CancelCourse request, CancellationToken cancellationToken)
    {
        // Quotas that the cancellation frees go to those who wait for them on other courses.
        var courses = await queue.HoldForCancellationAsync(request.Id, cancellationToken);
        if (courses.FirstOrDefault(course => course.Id == request.Id) is not { } course)
        {
            return CourseErrors.NotFound;
        }

        var learners = await roll.LearnersAsync(course.Id, cancellationToken);
        return course.CheckVersion(request.Version)
            ?? course.Cancel(request.Body.Reason, learners.Count(learner => learner.HasCompleted)).Error
            ?? reads.Answer<Course, CourseDetails>(course);
    }
}
