using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Infrastructure.Health;

/// <summary>State of what the service needs.</summary>
/// <param name="Ready">May requests be sent here?</param>
/// <param name="Database"><c>ok</c> or <c>unreachable</c>.</param>
/// <param name="PendingMigrations">Migrations that the database lacks.</param>
/// <param name="ChangeLagSeconds">Age of the oldest change that has no place in the feed yet; null: none waits.</param>
public sealed record HealthReport(bool Ready, string Database, int PendingMigrations, double? ChangeLagSeconds);

/// <summary>Looks at the database, the migrations and the change feed.</summary>
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
            var lag = oldest is null ? (double?)null : Math.Round((time.GetUtcNow() - oldest.Value).TotalSeconds, 1);
            return new HealthReport(pending == 0, "ok", pending, lag);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthReport(false, "unreachable", 0, null);
        }
    }
}
