using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Infrastructure.Health;

/// <summary>State of what the service needs.</summary>
/// <param name="Ready">May requests be sent here?</param>
/// <param name="Database"><c>ok</c> or <c>unreachable</c>.</param>
/// <param name="PendingMigrations">Migrations that the database lacks.</param>
/// <param name="ChangeLagSeconds">Age of the oldest change that has no place in the feed yet; null: none waits.</param>
/// <param name="PendingDeliveries">Changes that wait for the receiver of a webhook that is not paused.</param>
/// <param name="DeliveryLagSeconds">Age of the oldest of these changes; null: none waits.</param>
public sealed record HealthReport(
    bool Ready,
    string Database,
    int PendingMigrations,
    double? ChangeLagSeconds,
    int PendingDeliveries,
    double? DeliveryLagSeconds
);

/// <summary>Looks at the database, the migrations, the change feed and the webhooks.</summary>
public interface IHealthProbe
{
    Task<HealthReport> LookAsync(CancellationToken cancellationToken);
}

internal sealed class HealthProbe(MethodCenterDbContext database, TimeProvider time) : IHealthProbe
{
    public async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pending = (await database.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            var oldest = await database
                .Changes.Where(change => change.Position == null)
                .OrderBy(change => change.Id)
                .Select(change => (DateTimeOffset?)change.OccurredAt)
                .FirstOrDefaultAsync(cancellationToken);
            var (deliveries, undelivered) = await LookAtWebhooksAsync(cancellationToken);
            return new HealthReport(pending == 0, "ok", pending, AgeOf(oldest), deliveries, AgeOf(undelivered));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthReport(false, "unreachable", 0, null, 0, null);
        }
    }

    private double? AgeOf(DateTimeOffset? instant) =>
        instant is null ? null : Math.Round((time.GetUtcNow() - instant.Value).TotalSeconds, 1);

    private async Task<(int Pending, DateTimeOffset? Oldest)> LookAtWebhooksAsync(CancellationToken cancellationToken)
    {
        var pending = database
            .WebhookSubscriptions.IgnoreQueryFilters()
            .Where(subscription => subscription.State == WebhookState.Active)
            .Join(
                database.WebhookDeliveries.IgnoreQueryFilters(),
                subscription => subscription.Id,
                delivery => delivery.SubscriptionId,
                (_, delivery) => delivery
            )
            .Where(delivery => delivery.State == WebhookDeliveryState.Pending);
        var found = await pending
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
