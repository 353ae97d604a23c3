using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Withdraws a learner, or takes him off the waiting list. The seat goes to the first who waits.</summary>
[Permission(EnrolmentPermissions.Withdraw)]
public sealed record WithdrawEnrolment(Guid CourseId, Guid Id, int Version, WithdrawalBody Body)
    : ICommand<EnrolmentDetails>;

internal sealed class WithdrawEnrolmentValidator : AbstractValidator<WithdrawEnrolment>
{
    public WithdrawEnrolmentValidator()
    {
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Course.ReasonMaxLength);
        RuleFor(command => command.Body.On).ReasonableDay();
    }
}

internal sealed class WithdrawEnrolmentHandler(
    ILearningStore store,
    ICourseJournal journal,
    IReads reads,
    IClock clock,
    ISeatQueue queue
) : ICommandHandler<WithdrawEnrolment, EnrolmentDetails>
{
    public async Task<Answer<EnrolmentDetails>> Handle(WithdrawEnrolment request, CancellationToken cancellationToken)
    {
        var courses = await queue.HoldForWithdrawalAsync(request.CourseId, request.Id, cancellationToken);
        if (courses.FirstOrDefault(course => course.Id == request.CourseId) is not { } course)
        {
            return CourseErrors.NotFound;
        }

        var enrolment = await store.Enrolments.SingleOrDefaultAsync(
            enrolment => enrolment.Id == request.Id && enrolment.CourseId == course.Id,
            cancellationToken
        );
        if (enrolment is null)
        {
            return EnrolmentErrors.NotFound;
        }

        if (enrolment.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var day = await DayAsync(enrolment, request.Body.On ?? clock.Today, cancellationToken);
        if (course.Withdraw(enrolment, request.Body.Reason, day).Error is { } refusal)
        {
            return refusal;
        }

        await queue.WithdrawApplicationAsync(enrolment.Id, request.Body.Reason, cancellationToken);
        await queue.PromoteAsync(courses, enrolment.Id, cancellationToken);
        return reads.Answer<Enrolment, EnrolmentDetails>(enrolment);
    }

    private async Task<WithdrawalDay> DayAsync(Enrolment enrolment, DateOnly on, CancellationToken cancellationToken)
    {
        // Behind today nobody can have been at a lesson.
        if (on >= clock.Today)
        {
            return new WithdrawalDay(on, clock.Today, null);
        }

        var attended = await journal.AttendedAfterAsync(enrolment.CourseId, on, [enrolment.Id], cancellationToken);
        return new WithdrawalDay(
            on,
            clock.Today,
            attended.TryGetValue(enrolment.Id, out var attendedOn) ? attendedOn : null
        );
    }
}
