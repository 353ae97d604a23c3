using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Takes an application back. A seat that falls free goes to the first who waits and has a quota.</summary>
[Permission(ApplicationPermissions.Withdraw)]
public sealed record WithdrawApplication(Guid Id, int Version, ReasonBody Body) : ICommand<ApplicationDetails>;

internal sealed class WithdrawApplicationValidator : AbstractValidator<WithdrawApplication>
{
    public WithdrawApplicationValidator() =>
        RuleFor(command => command.Body.Reason)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(TrainingApplication.ReasonMaxLength);
}

internal sealed class WithdrawApplicationHandler(QuotaRegister quotas, SeatRelease seatRelease, IReads reads)
    : ICommandHandler<WithdrawApplication, ApplicationDetails>
{
    public async Task<Answer<ApplicationDetails>> Handle(
        WithdrawApplication request,
        CancellationToken cancellationToken
    )
    {
        // The course is held first, and what the application says is read behind that.
        var held = await seatRelease.HoldAsync(request.Id, next: null, cancellationToken);
        if (held is not { Application: var application })
        {
            return ApplicationErrors.NotFound;
        }

        if (application.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var left = seatRelease.Leave(held, request.Body.Reason);
        if (left.Refused)
        {
            return left.Error;
        }

        var quota = await quotas.HoldUsedAsync(application, cancellationToken);
        if (application.Withdraw(quota, request.Body.Reason).Error is { } refusal)
        {
            return refusal;
        }

        await seatRelease.PromoteAsync(held, cancellationToken);
        return reads.Answer<TrainingApplication, ApplicationDetails>(application);
    }
}
