using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Webhooks;

namespace MethodCenter.Infrastructure.Health;

/// <summary>What is due to the receivers of webhooks, whether or not a dispatcher has taken it up.</summary>
internal static class DueDeliveries
{
    /// <summary>Of one subscription no more are counted: that it is far behind is known by then.</summary>
    private const int MostCounted = 10_000;

    /// <summary>No more subscriptions are looked at, those furthest behind first: each is a query.</summary>
    private const int MostSubscriptions = 200;

    public static async Task<(int Count, DateTimeOffset? Oldest)> CountAsync(
        MethodCenterDbContext database,
        CancellationToken cancellationToken
    )
    {
        var (count, oldest) = await TakenUpAsync(database, cancellationToken);
        var end = await database.ChangeLogs.Select(log => log.Last).SingleOrDefaultAsync(cancellationToken);
        var behind = await database
            .WebhookSubscriptions.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(subscription => subscription.State == WebhookState.Active && subscription.Position < end)
            .OrderBy(subscription => subscription.Position)
            .ThenBy(subscription => subscription.Id)
            .Take(MostSubscriptions)
            .Select(subscription => new
            {
                subscription.CentreId,
                subscription.Position,
                subscription.Types,
            })
            .ToListAsync(cancellationToken);
        foreach (var one in behind)
        {
            var told = ActiveSubscription.Told(one.Types);
            var waiting = await database
                .Changes.Where(change =>
                    change.CentreId == one.CentreId && change.Position > one.Position && told.Contains(change.Type)
                )
                .OrderBy(change => change.Position)
                .Take(MostCounted)
                .GroupBy(_ => 1)
                .Select(changes => new { Count = changes.Count(), Oldest = changes.Min(change => change.OccurredAt) })
                .SingleOrDefaultAsync(cancellationToken);
            if (waiting is not null)
            {
                count += waiting.Count;
                oldest = oldest < waiting.Oldest ? oldest : waiting.Oldest;
            }
        }

        return (count, oldest);
    }

    /// <summary>Rows that a dispatcher has made.</summary>
    private static async Task<(int Count, DateTimeOffset? Oldest)> TakenUpAsync(
        MethodCenterDbContext database,
        CancellationToken cancellationToken
    )
    {
        var found = await database
            .WebhookSubscriptions.IgnoreQueryFilters()
            .Where(subscription => subscription.State == WebhookState.Active)
            .Join(
                database.WebhookDeliveries.IgnoreQueryFilters(),
                subscription => subscription.Id,
                delivery => delivery.SubscriptionId,
                (_, delivery) => delivery
            )
            .Where(delivery => delivery.State == WebhookDeliveryState.Pending)
            .GroupBy(_ => 1)
            .Select(deliveries => new
            {
                Count = deliveries.Count(),
                Oldest = deliveries.Min(delivery => delivery.OccurredAt),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return (found?.Count ?? 0, found?.Oldest);
    }
}
