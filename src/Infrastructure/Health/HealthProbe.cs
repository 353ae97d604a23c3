using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Infrastructure.Health;

/// <summary>State of what the service needs.</summary>
/// <param name="Ready">May requests be sent here?</param>
/// <param name="Database"><c>ok</c> or <c>unreachable</c>.</param>
/// <param name="PendingMigrations">Migrations that the database lacks.</param>
/// <param name="OutboxLagSeconds">Age of the oldest message not yet delivered; null: none waits.</param>
public sealed record HealthReport(bool Ready, string Database, int PendingMigrations, double? OutboxLagSeconds);

/// <summary>Looks at the database, the migrations and the outbox.</summary>
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
                .OutboxMessages.Where(message => message.DeliveredAt == null)
                .OrderBy(message => message.Id)
                .Select(message => (DateTimeOffset?)message.OccurredAt)
                .FirstOrDefaultAsync(cancellationToken);
            var lag = oldest is null ? (double?)null : Math.Round((time.GetUtcNow() - oldest.Value).TotalSeconds, 1);
            return new HealthReport(pending == 0, "ok", pending, lag);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthReport(false, "unreachable", 0, null);
        }
    }
}
