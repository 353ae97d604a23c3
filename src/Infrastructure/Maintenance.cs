using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Office.Imports;
using MethodCenter.Infrastructure.Office.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure;

/// <summary>Small duties once a minute: last use of keys, and the end of what is kept for a time only.</summary>
internal sealed class Maintenance(
    IServiceScopeFactory scopes,
    KeyUse keyUse,
    ChangeRetention changes,
    WebhookOptions webhooks,
    OperationRetention operations,
    WriteGate gate,
    OutageLog outages,
    TimeProvider time,
    ILogger<Maintenance> logger
) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Period, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await TidyAsync(CancellationToken.None);
            }
            catch (Exception exception)
            {
                outages.Tell(logger, exception, "Maintenance failed; trying again in a minute");
            }
        }
    }

    internal async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await changes.TrimAsync(database, cancellationToken);
        await operations.TrimAsync(database, cancellationToken);
        using (await gate.EnterAsync(cancellationToken))
        {
            await keyUse.FlushAsync(database, cancellationToken);
        }

        var answersUntil = time.GetUtcNow() - IdempotencyStore.Keep;
        var answers = database.IdempotencyRecords.Where(record => record.StoredAt < answersUntil);
        await Slices.DeleteAllAsync(gate, answers.OrderBy(record => record.StoredAt), cancellationToken);

        // Deliveries of webhooks that have ended; after an import there are many.
        var until = time.GetUtcNow() - TimeSpan.FromDays(webhooks.KeepDays);
        var deliveries = database
            .WebhookDeliveries.IgnoreQueryFilters()
            .Where(delivery => delivery.OccurredAt < until && delivery.State != WebhookDeliveryState.Pending);
        await Slices.DeleteAllAsync(gate, deliveries.OrderBy(delivery => delivery.OccurredAt), cancellationToken);
    }
}
