using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Changes the card of a subscription, pauses or resumes it.</summary>
[Permission(WebhookPermissions.Manage)]
public sealed record UpdateWebhook(Guid Id, int Version, WebhookChangeBody Body) : ICommand<WebhookDetails>;

internal sealed class UpdateWebhookValidator : AbstractValidator<UpdateWebhook>
{
    public UpdateWebhookValidator() => RuleFor(command => command.Body).SetValidator(new WebhookBodyValidator());
}

internal sealed class UpdateWebhookHandler(WebhookCheck check, IWebhookQueue queue, IReads reads, IClock clock)
    : ICommandHandler<UpdateWebhook, WebhookDetails>
{
    public async Task<Answer<WebhookDetails>> Handle(UpdateWebhook request, CancellationToken cancellationToken)
    {
        var subscription = await check.FindAsync(request.Id, cancellationToken);
        if (subscription is null)
        {
            return WebhookErrors.NotFound;
        }

        if ((subscription.CheckVersion(request.Version) ?? check.Refuse(request.Body)) is { } refusal)
        {
            return refusal;
        }

        subscription.UpdateCard(WebhookCheck.CardOf(request.Body));
        if (request.Body.State == WebhookState.Paused)
        {
            subscription.Pause(WebhookPauseReason.ByHand, clock.Now);
        }
        else if (subscription.State == WebhookState.Paused)
        {
            subscription.Resume();
            await queue.HastenAsync(subscription.Id, cancellationToken);
        }

        return reads.Answer<WebhookSubscription, WebhookDetails>(subscription);
    }
}
