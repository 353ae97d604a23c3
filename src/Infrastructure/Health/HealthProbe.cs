using MethodCenter.Application.Texts;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Health;

/// <summary>State of what the service needs.</summary>
/// <param name="Ready">May requests be sent here?</param>
/// <param name="Database">
/// <c>ok</c>: it was read and written just now; <c>unreachable</c>, <c>busy</c> (it is read, and not written in time),
/// <c>full</c>, <c>readOnly</c>, <c>standby</c> (it follows another server) or <c>damaged</c>.
/// </param>
/// <param name="Message">What is wrong and what the operator does about it; null: nothing is.</param>
/// <param name="PendingMigrations">Migrations that the database lacks.</param>
/// <param name="ChangeLagSeconds">
/// Age of the oldest change that has no place in the feed yet; null: none waits, or what waits was not counted in time.
/// </param>
/// <param name="PendingDeliveries">
/// Changes that are due to the receiver of a webhook that is not paused, counted up to 10,000 for each of the 200 receivers
/// that are furthest behind; null: not counted in time.
/// </param>
/// <param name="DeliveryLagSeconds">Age of the oldest of these changes; null: none waits, or not counted in time.</param>
public sealed record HealthReport(
    bool Ready,
    string Database,
    string? Message,
    int PendingMigrations,
    double? ChangeLagSeconds,
    int? PendingDeliveries,
    double? DeliveryLagSeconds
);

/// <summary>Looks at the database, the migrations, the change feed and the webhooks.</summary>
public interface IHealthProbe
{
    /// <summary>Answers within five seconds, whatever the database does.</summary>
    Task<HealthReport> LookAsync(CancellationToken cancellationToken);
}

/// <summary>One look at a time, which serves all who ask while it goes on and shortly after.</summary>
/// <remarks>
/// The look goes on by itself, in a scope of its own: a driver that stands still in a frozen server, or a file system that
/// does not answer, keeps the look and not whoever asked. Anybody may ask, as often as he likes: what it costs the database
/// follows from the clock, and what it writes more so.
/// </remarks>
internal sealed class HealthProbe(
    IServiceScopeFactory scopes,
    HealthFigures figures,
    WriteGate gate,
    OutageLog outages,
    TimeProvider time,
    ILogger<HealthProbe> logger
) : IHealthProbe
{
    /// <summary>A second of the five is left to the figures and to the request around it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>So long a look stands.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    /// <summary>So long it stands whether the database was written.</summary>
    public static readonly TimeSpan WriteKept = TimeSpan.FromSeconds(5);

    private const string Fine = "ok";
    private const string Unreachable = "unreachable";
    private const string Busy = "busy";

    private readonly SharedLook<HealthReport> _looks = new(Kept, time);
    private readonly SharedLook<bool> _writes = new(WriteKept, time);
    private volatile bool _hasRead;

    public async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Tell(
                await _looks.Ask(LookAsync).WaitAsync(Longest + HealthFigures.Patience, time, cancellationToken)
            );
        }
        catch (TimeoutException)
        {
            return Tell(NotReady(_hasRead ? Busy : Unreachable));
        }
    }

    private async Task<HealthReport> LookAsync()
    {
        _hasRead = false;
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            await database.Dialect.LookAfreshAsync(database, limit.Token);
            var pending = (await database.Database.GetPendingMigrationsAsync(limit.Token)).Count();
            _hasRead = true;
            if (pending > 0)
            {
                return NotReady(Fine) with { PendingMigrations = pending };
            }

            await _writes.Ask(WriteAsync).WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
            {
                outages.Tell(logger, exception, "The look at the database has failed");
            }

            return NotReady(
                Outage.FaultOf(exception) switch
                {
                    DatabaseFault.Full => "full",
                    DatabaseFault.ReadOnly => "readOnly",
                    DatabaseFault.Standby => "standby",
                    DatabaseFault.Damaged => "damaged",
                    _ => _hasRead ? Busy : Unreachable,
                }
            );
        }

        return await WithFiguresAsync();
    }

    private async Task<bool> WriteAsync()
    {
        using var limit = new CancellationTokenSource(Longest, time);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await HealthWrite.TryAsync(database, gate, limit.Token);
        return true;
    }

    private async Task<HealthReport> WithFiguresAsync()
    {
        var waiting = await figures.ReadAsync(CancellationToken.None);
        return new HealthReport(
            true,
            Fine,
            null,
            0,
            AgeOf(waiting.OldestChange),
            waiting.Deliveries,
            AgeOf(waiting.OldestDelivery)
        );
    }

    private double? AgeOf(DateTimeOffset? instant) =>
        instant is null ? null : Math.Round((time.GetUtcNow() - instant.Value).TotalSeconds, 1);

    private static HealthReport NotReady(string database) => new(false, database, null, 0, null, null, null);

    /// <summary>In the language of who asks; one look may serve several.</summary>
    private static HealthReport Tell(HealthReport report) =>
        report.Ready
            ? report
            : report with
            {
                Message = Texts.Get(
                    report.Database switch
                    {
                        Fine => "health.migrations",
                        Busy => "health.busy",
                        "full" => "request.storage-full",
                        "readOnly" => "request.storage-read-only",
                        "standby" => "request.storage-standby",
                        "damaged" => "request.storage-damaged",
                        _ => "health.unreachable",
                    }
                ),
            };
}
