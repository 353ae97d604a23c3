using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Refers an employee to the outside provider of the campaign.</summary>
[Permission(ApplicationPermissions.Decide)]
public sealed record ReferApplication(Guid Id, int Version, ReferralBody Body) : ICommand<ApplicationDetails>;

internal sealed class ReferApplicationValidator : AbstractValidator<ReferApplication>
{
    public ReferApplicationValidator()
    {
        RuleFor(command => command.Body.ReferralNumber)
            .NotEmpty()
            .ShortText(TrainingApplication.ReferralNumberMaxLength);
        RuleFor(command => command.Body.StartsOn).ReasonableDay();
        RuleFor(command => command.Body.EndsOn).ReasonableDay();
        RuleFor(command => command.Body.Place).ShortText(TrainingApplication.ReferralTextMaxLength);
        RuleFor(command => command.Body.Addressee).ShortText(TrainingApplication.ReferralTextMaxLength);
        RuleFor(command => command.Body.Executor).ShortText(TrainingApplication.ReferralTextMaxLength);
        RuleFor(command => command.Body.ExecutorPhone).ShortText(TrainingApplication.PhoneMaxLength);
    }
}

internal sealed class ReferApplicationHandler(ILearningStore store, QuotaRegister quotas, IReads reads, IClock clock)
    : ICommandHandler<ReferApplication, ApplicationDetails>
{
    public async Task<Answer<ApplicationDetails>> Handle(ReferApplication request, CancellationToken cancellationToken)
    {
        var application = await store.Applications.SingleOrDefaultAsync(
            application => application.Id == request.Id,
            cancellationToken
        );
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (application.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var campaign = await store
            .Campaigns.AsNoTracking()
            .SingleAsync(campaign => campaign.Id == application.CampaignId, cancellationToken);
        var quota = await quotas.FindAndHoldAsync(application, courseId: null, cancellationToken);
        return application
                .Refer(campaign, quota.Row, request.Body.ReferralNumber.Trim(), clock.Today, request.Body.ToTerms())
                .Error
            ?? reads.Answer<TrainingApplication, ApplicationDetails>(application);
    }
}
