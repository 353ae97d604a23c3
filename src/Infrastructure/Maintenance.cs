using MethodCenter.Infrastructure.Changes;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure;

/// <summary>Small duties once a minute: last use of keys, old idempotency records, old changes.</summary>
internal sealed partial class Maintenance(
    IServiceScopeFactory scopes,
    KeyUse keyUse,
    ChangeRetention changes,
    WriteGate gate,
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
                Failed(logger, exception);
            }
        }
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await changes.TrimAsync(database, cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await keyUse.FlushAsync(database, cancellationToken);
        var answersUntil = time.GetUtcNow() - IdempotencyStore.Keep;
        await database
            .IdempotencyRecords.Where(record => record.StoredAt < answersUntil)
            .ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Maintenance failed; trying again in a minute")]
    private static partial void Failed(ILogger logger, Exception exception);
}
