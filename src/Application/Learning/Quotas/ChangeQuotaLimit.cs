using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>Changes a quota. What is added goes at once to those who wait for it, in order of arrival.</summary>
[Permission(QuotaPermissions.Write)]
public sealed record ChangeQuotaLimit(Guid Id, int Version, QuotaLimitBody Body) : ICommand<QuotaDetails>;

internal sealed class ChangeQuotaLimitValidator : AbstractValidator<ChangeQuotaLimit>
{
    public ChangeQuotaLimitValidator() => RuleFor(command => command.Body.Limit).InclusiveBetween(0, Quota.MostLimit);
}

internal sealed class ChangeQuotaLimitHandler(ILearningStore store, ISeatQueue queue, IReads reads)
    : ICommandHandler<ChangeQuotaLimit, QuotaDetails>
{
    public async Task<Answer<QuotaDetails>> Handle(ChangeQuotaLimit request, CancellationToken cancellationToken)
    {
        // Courses before quotas, as everywhere: two requests must not wait for each other.
        var courses = await queue.HoldForQuotaAsync(request.Id, cancellationToken);
        var quota = await store.HoldQuotaAsync(request.Id, cancellationToken);
        if (quota is null)
        {
            return QuotaErrors.NotFound;
        }

        if ((quota.CheckVersion(request.Version) ?? quota.ChangeLimit(request.Body.Limit).Error) is { } refusal)
        {
            return refusal;
        }

        await queue.PromoteAsync(courses, leaving: null, cancellationToken);

        return reads.Answer<Quota, QuotaDetails>(quota);
    }
}
