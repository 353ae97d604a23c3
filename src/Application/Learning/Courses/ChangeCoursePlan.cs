using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Changes dates, site, form, funding or capacity of a course. New seats go to the waiting list first.</summary>
[Permission(CoursePermissions.Change)]
public sealed record ChangeCoursePlan(Guid Id, int Version, CoursePlanBody Body) : ICommand<CourseDetails>;

internal sealed class ChangeCoursePlanValidator : AbstractValidator<ChangeCoursePlan>
{
    public ChangeCoursePlanValidator() => RuleFor(command => command.Body).SetValidator(new CoursePlanBodyValidator());
}

internal sealed class ChangeCoursePlanHandler(
    ILearningStore store,
    ICourseJournal journal,
    INorms norms,
    IReads reads,
    ISeatQueue queue
) : ICommandHandler<ChangeCoursePlan, CourseDetails>
{
    public async Task<Answer<CourseDetails>> Handle(ChangeCoursePlan request, CancellationToken cancellationToken)
    {
        var course = await store.HoldCourseAsync(request.Id, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        if (course.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var plan = request.Body.ToPlan();
        var normSet = await norms.GetAsync(cancellationToken);
        var lessons = plan.Shortens(course) ? await journal.PlannedAsync(course.Id, cancellationToken) : null;
        var largest = course.WaitingInTeams == 0 ? 0 : await queue.LargestTeamAsync(course.Id, cancellationToken);
        var changed = course.ChangePlan(plan, normSet, lessons, largest);
        if (changed.Refused)
        {
            return changed.Error;
        }

        await queue.PromoteAsync([course], leaving: null, cancellationToken);
        return reads.Answer<Course, CourseDetails>(course).Warn(changed.Warnings.AsSpan());
    }
}
