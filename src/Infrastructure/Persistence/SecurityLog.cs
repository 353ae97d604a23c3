using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Office.Changes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Writes sign-ins and refusals into the audit, apart from the requests and many at once.</summary>
/// <remarks>
/// A refused request has no transaction, and must not wait for one: whoever sends many would hold up those who write.
/// What is the same within a second is one entry with a number; of a flood so much is kept as fits, and how much was not.
/// </remarks>
internal sealed class SecurityLog : ISecurityLog
{
    private const int MostWaiting = 2000;

    private readonly Channel<(SecurityEvent Event, string? TraceId)> _noted = Channel.CreateBounded<(
        SecurityEvent,
        string?
    )>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _lost;

    public void Note(SecurityEvent noted)
    {
        if (!_noted.Writer.TryWrite((noted, Activity.Current?.TraceId.ToString())))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Until something waits.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _noted.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>What waits, each event once with its number and the trace of the last; and how many were lost.</summary>
    public (Dictionary<SecurityEvent, (int Times, string? TraceId)> Noted, int Lost) Take()
    {
        var counted = new Dictionary<SecurityEvent, (int Times, string? TraceId)>();
        while (_noted.Reader.TryRead(out var one))
        {
            counted[one.Event] = (counted.GetValueOrDefault(one.Event).Times + 1, one.TraceId);
        }

        return (counted, Interlocked.Exchange(ref _lost, 0));
    }
}

/// <summary>The worker that writes what <see cref="SecurityLog"/> was told.</summary>
internal sealed partial class SecurityLogWriter(
    SecurityLog log,
    IServiceScopeFactory scopes,
    WriteGate gate,
    OutageLog outages,
    TimeProvider time,
    ILogger<SecurityLogWriter> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await log.WaitAsync(stoppingToken);
                await WriteAsync();
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                outages.Tell(logger, exception, "Sign-ins and refusals were not written into the audit");
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await WriteRestAsync();
    }

    private async Task WriteRestAsync()
    {
        try
        {
            await WriteAsync();
        }
        catch (Exception exception)
        {
            outages.Tell(logger, exception, "Sign-ins and refusals were not written into the audit");
        }
    }

    private async Task WriteAsync()
    {
        var (counted, lost) = log.Take();
        if (lost > 0)
        {
            Lost(logger, lost);
        }

        if (counted.Count == 0)
        {
            return;
        }

        using var pass = await gate.EnterAsync(CancellationToken.None);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        foreach (var (one, (times, traceId)) in counted)
        {
            var added = database.AuditEntries.Add(
                new AuditEntry
                {
                    At = time.GetUtcNow(),
                    AccountId = one.AccountId,
                    UseCase = one.UseCase,
                    Subject = ChangeRows.NameOf(typeof(Account)),
                    SubjectId = one.AccountId ?? Guid.Empty,
                    Kind = one.Kind == SecurityEventKind.SignedIn ? AuditKind.SignedIn : AuditKind.Refused,
                    Changes = one.Reason is null
                        ? null
                        : JsonSerializer.Serialize(new[] { new { field = one.Reason, rows = times } }),
                    TraceId = traceId,
                }
            );
            added.Property(entry => entry.CentreId).CurrentValue = one.CentreId;
        }

        await database.SaveChangesAsync();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Lost} sign-ins and refusals came too fast to be written into the audit"
    )]
    private static partial void Lost(ILogger logger, int lost);
}
