using FluentValidation;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Sends everything of a period again, also what was delivered, in the order of the changes.</summary>
[Permission(WebhookPermissions.Manage)]
public sealed record ReplayDeliveries(Guid Id, ReplayBody Body) : ICommand<WebhookReplay>;

internal sealed class ReplayDeliveriesValidator : AbstractValidator<ReplayDeliveries>
{
    public ReplayDeliveriesValidator()
    {
        RuleFor(command => command.Body.FromPosition).GreaterThanOrEqualTo(1);
        RuleFor(command => command.Body.ToPosition).GreaterThanOrEqualTo(1);
    }
}

internal sealed class ReplayDeliveriesHandler(WebhookCheck check, IWebhookQueue queue, IAuditLog audit)
    : ICommandHandler<ReplayDeliveries, WebhookReplay>
{
    public async Task<Answer<WebhookReplay>> Handle(ReplayDeliveries request, CancellationToken cancellationToken)
    {
        if (RefusePeriod(request.Body) is { } refusal)
        {
            return refusal;
        }

        var subscription = await check.FindAsync(request.Id, cancellationToken);
        if (subscription is null)
        {
            return WebhookErrors.NotFound;
        }

        var (fromPosition, toPosition) = (request.Body.FromPosition, request.Body.ToPosition);
        var period = new ReplayPeriod(fromPosition, toPosition, request.Body.From, request.Body.To);
        var result = await queue.ReplayAsync(subscription, period, cancellationToken);
        if (result.Succeeded(out var replay, out _))
        {
            audit.RecordBulkChange("webhook-subscription", request.Id, "deliveries", replay.Changes);
        }

        return result;
    }

    private static Error? RefusePeriod(ReplayBody body)
    {
        var (byPositions, byInstants) = (
            body.FromPosition is not null || body.ToPosition is not null,
            body.From is not null || body.To is not null
        );
        if (byPositions == byInstants || (body.FromPosition is null && body.From is null))
        {
            return WebhookErrors.PeriodUnclear;
        }

        return body.ToPosition < body.FromPosition || body.To <= body.From ? WebhookErrors.PeriodReversed : null;
    }
}
