using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Refuses an application, with the reason that the school reads.</summary>
[Permission(ApplicationPermissions.Decide)]
public sealed record RefuseApplication(Guid Id, int Version, ReasonBody Body) : ICommand<ApplicationDetails>;

internal sealed class RefuseApplicationValidator : AbstractValidator<RefuseApplication>
{
    public RefuseApplicationValidator() =>
        RuleFor(command => command.Body.Reason)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(TrainingApplication.ReasonMaxLength);
}

internal sealed class RefuseApplicationHandler(ILearningStore store, IReads reads, IClock clock)
    : ICommandHandler<RefuseApplication, ApplicationDetails>
{
    public async Task<Answer<ApplicationDetails>> Handle(RefuseApplication request, CancellationToken cancellationToken)
    {
        var application = await store.Applications.SingleOrDefaultAsync(
            application => application.Id == request.Id,
            cancellationToken
        );
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        return application.CheckVersion(request.Version)
            ?? application.Refuse(request.Body.Reason, clock.Today).Error
            ?? reads.Answer<TrainingApplication, ApplicationDetails>(application);
    }
}
