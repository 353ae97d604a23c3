using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Health;

/// <summary>What waits, as far as it is known.</summary>
/// <param name="OldestChange">When the oldest change was made that has no place in the feed yet.</param>
/// <param name="Deliveries">Changes that are due to receivers.</param>
/// <param name="OldestDelivery">When the oldest of these was made.</param>
internal sealed record Waiting(DateTimeOffset? OldestChange, int? Deliveries, DateTimeOffset? OldestDelivery)
{
    public static readonly Waiting Unknown = new(null, null, null);
}

/// <summary>Counts what waits, beside the look at the database: how much waits says nothing of whether it works.</summary>
internal sealed class HealthFigures(
    IServiceScopeFactory scopes,
    OutageLog outages,
    TimeProvider time,
    ILogger<HealthFigures> logger
)
{
    /// <summary>So long the probe waits for them; they are counted on for the next one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly SharedLook<Waiting> _shared = new(Kept, time);

    public async Task<Waiting> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _shared.Ask(CountAsync).WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return Waiting.Unknown;
        }
    }

    private async Task<Waiting> CountAsync()
    {
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            var oldest = await database
                .Changes.Where(change => change.Position == null)
                .OrderBy(change => change.Id)
                .Select(change => (DateTimeOffset?)change.OccurredAt)
                .FirstOrDefaultAsync(limit.Token);
            var (deliveries, undelivered) = await DueDeliveries.CountAsync(database, limit.Token);
            return new Waiting(oldest, deliveries, undelivered);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
            {
                outages.Tell(logger, exception, "What waits could not be counted");
            }

            return Waiting.Unknown;
        }
    }
}
