using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Moves an application to another course of the programme; its seat goes to the first who waits.</summary>
[Permission(ApplicationPermissions.Decide)]
public sealed record TransferApplication(Guid Id, int Version, TransferBody Body) : ICommand<ApplicationDetails>;

internal sealed class TransferApplicationValidator : AbstractValidator<TransferApplication>
{
    public TransferApplicationValidator() => RuleFor(command => command.Body.CourseId).NotEmpty();
}

internal sealed class TransferApplicationHandler(
    QuotaRegister quotas,
    SeatRelease seatRelease,
    Placement placement,
    IReads reads,
    IClock clock
) : ICommandHandler<TransferApplication, ApplicationDetails>
{
    public async Task<Answer<ApplicationDetails>> Handle(
        TransferApplication request,
        CancellationToken cancellationToken
    )
    {
        var held = await seatRelease.HoldAsync(request.Id, request.Body.CourseId, cancellationToken);
        if (held is not { Application: var application })
        {
            return ApplicationErrors.NotFound;
        }

        if (application.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var left = seatRelease.Leave(held, reason: null, request.Body.CourseId);
        if (left.Refused)
        {
            return left.Error;
        }

        var quota = await quotas.HoldUsedAsync(application, cancellationToken);
        if (application.Return(quota).Error is { } refusal)
        {
            return refusal;
        }

        var placed = await placement.PlaceAsync(application, request.Body.CourseId, clock.Today, cancellationToken);
        if (placed.Refused)
        {
            return placed.Error;
        }

        await seatRelease.PromoteAsync(held, cancellationToken);
        return reads.Answer<TrainingApplication, ApplicationDetails>(application).Warn(placed.Warnings.AsSpan());
    }
}
