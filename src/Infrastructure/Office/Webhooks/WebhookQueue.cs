using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>What requests do to the queue, in their own transactions.</summary>
/// <remarks>
/// Whoever writes rows of a subscription's deliveries holds the row of the subscription first, here and in the
/// dispatcher: so nothing is put into the queue of a subscription that is being deleted, and nobody waits in a circle.
/// </remarks>
internal sealed class WebhookQueue(MethodCenterDbContext database, TimeProvider time) : IWebhookQueue
{
    public Task<long> EndAsync(CancellationToken cancellationToken) =>
        database.ChangeLogs.Select(log => log.Last).SingleAsync(cancellationToken);

    public async Task<Result<Nothing>> RequeueAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Requeue(time.GetUtcNow()) is { Refused: true } refused)
        {
            return refused;
        }

        if (!await database.Changes.AnyAsync(change => change.Position == delivery.Position, cancellationToken))
        {
            return WebhookErrors.ChangeDropped;
        }

        var id = delivery.SubscriptionId;
        await database.EnsureWritingAsync(cancellationToken);
        await database
            .WebhookSubscriptions.Where(subscription => subscription.Id == id)
            .ExecuteUpdateAsync(
                change =>
                    change.SetProperty(
                        subscription => subscription.Requeues,
                        subscription => subscription.Requeues + 1
                    ),
                cancellationToken
            );
        return Nothing.Done;
    }

    public async Task<Result<WebhookReplay>> ReplayAsync(
        WebhookSubscription subscription,
        ReplayPeriod period,
        CancellationToken cancellationToken
    )
    {
        var log = await database.ChangeLogs.SingleAsync(cancellationToken);
        var (from, to) = period.FromPosition is { } first
            ? (first, Math.Min(period.ToPosition ?? log.Last, log.Last))
            : await FindAsync(subscription.CentreId, period, cancellationToken);
        var told = ActiveSubscription.Told(subscription.Types);
        var count =
            from > to
                ? 0
                : await database.Changes.CountAsync(
                    change =>
                        change.CentreId == subscription.CentreId
                        && change.Position >= from
                        && change.Position <= to
                        && told.Contains(change.Type),
                    cancellationToken
                );
        if (count > 0 && !await BeginAsync(subscription.Id, from, to, cancellationToken))
        {
            return WebhookErrors.ReplayRunning;
        }

        return new WebhookReplay
        {
            FromPosition = from,
            ToPosition = to,
            Changes = count,
            KeptFrom = from <= log.Trimmed ? log.Trimmed + 1 : null,
        };
    }

    public async Task HastenAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.HoldAsync<WebhookSubscription>([subscriptionId], cancellationToken);
        await Deliveries(subscriptionId)
            .Where(delivery => delivery.State == WebhookDeliveryState.Pending)
            .ExecuteUpdateAsync(
                change => change.SetProperty(delivery => delivery.NextAttemptAt, now),
                cancellationToken
            );
    }

    public async Task DropAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        await database.HoldAsync<WebhookSubscription>([subscriptionId], cancellationToken);
        await Deliveries(subscriptionId).ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<WebhookDelivery> Deliveries(Guid subscriptionId) =>
        database.WebhookDeliveries.Where(delivery => delivery.SubscriptionId == subscriptionId);

    /// <summary>The first and the last position of the centre's changes in a period of time.</summary>
    private async Task<(long From, long To)> FindAsync(
        Guid centreId,
        ReplayPeriod period,
        CancellationToken cancellationToken
    )
    {
        var (since, until) = (period.From!.Value, period.To ?? DateTimeOffset.MaxValue);
        var ends = await database
            .Changes.Where(change =>
                change.CentreId == centreId
                && change.Position != null
                && change.OccurredAt >= since
                && change.OccurredAt < until
            )
            .GroupBy(_ => 1)
            .Select(changes => new
            {
                From = changes.Min(change => change.Position),
                To = changes.Max(change => change.Position),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return (ends?.From ?? 1, ends?.To ?? 0);
    }

    private async Task<bool> BeginAsync(Guid id, long from, long to, CancellationToken cancellationToken)
    {
        await database.EnsureWritingAsync(cancellationToken);
        return await database
                .WebhookSubscriptions.Where(subscription => subscription.Id == id && subscription.ReplayTo == null)
                .ExecuteUpdateAsync(
                    change =>
                        change
                            .SetProperty(subscription => subscription.ReplayPosition, from)
                            .SetProperty(subscription => subscription.ReplayTo, to),
                    cancellationToken
                ) == 1;
    }
}
