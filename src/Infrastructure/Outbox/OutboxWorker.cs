using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Outbox;

/// <summary>Where messages of the outbox go. A message may come twice; it never gets lost.</summary>
public interface IOutboxReceiver
{
    Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>Delivers to the log.</summary>
internal sealed partial class LogReceiver(ILogger<LogReceiver> logger) : IOutboxReceiver
{
    public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Delivered(logger, message.Type, message.SubjectId, message.Id);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Outbox: {Type} of {Subject} ({Message})")]
    private static partial void Delivered(ILogger logger, string type, Guid subject, Guid message);
}

/// <summary>Delivers the outbox in order, at least once; one worker at a time across all instances.</summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes,
    IEnumerable<IOutboxReceiver> receivers,
    WriteGate gate,
    TimeProvider time,
    ILogger<OutboxWorker> logger
) : BackgroundService
{
    private const string LeaseName = "outbox";
    private const int BatchSize = 100;
    private static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly Guid _owner = Guid.NewGuid();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var delivered = 0;
            try
            {
                delivered = await DeliverBatchAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(logger, exception);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            if (delivered < BatchSize)
            {
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await ReleaseAsync();
    }

    private async Task<int> DeliverBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        if (!await database.OutboxMessages.AnyAsync(message => message.DeliveredAt == null, cancellationToken))
        {
            return 0;
        }

        var lease = scope.ServiceProvider.GetRequiredService<LeaseKeeper>();
        if (!await HoldAsync(database, lease, cancellationToken))
        {
            return 0;
        }

        var heldAt = time.GetUtcNow();
        var messages = await database
            .OutboxMessages.AsNoTracking()
            .Where(message => message.DeliveredAt == null)
            .OrderBy(message => message.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var done = new List<Guid>(messages.Count);
        Guid? failed = null;
        foreach (var message in messages)
        {
            // A slow receiver must not outlive the lease: another instance would deliver the same messages beside it.
            if (time.GetUtcNow() - heldAt > LeaseLength / 3)
            {
                if (!await HoldAsync(database, lease, cancellationToken))
                {
                    break;
                }

                heldAt = time.GetUtcNow();
            }

            try
            {
                foreach (var receiver in receivers)
                {
                    await receiver.DeliverAsync(message, cancellationToken);
                }

                done.Add(message.Id);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                NotDelivered(logger, exception, message.Id);
                failed = message.Id;
                break;
            }
        }

        await WriteAsync(() => NoteAsync(database, done, failed, cancellationToken), cancellationToken);
        return done.Count;
    }

    private Task<bool> HoldAsync(MethodCenterDbContext database, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        return WriteAsync(
            () => lease.TryHoldAsync(LeaseName, _owner, LeaseLength, cancellationToken),
            cancellationToken
        );
    }

    private async Task<int> NoteAsync(
        MethodCenterDbContext database,
        List<Guid> done,
        Guid? failed,
        CancellationToken cancellationToken
    )
    {
        var (now, changed) = (time.GetUtcNow(), 0);
        if (done.Count > 0)
        {
            changed = await database
                .OutboxMessages.Where(message => done.Contains(message.Id) && message.DeliveredAt == null)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(message => message.DeliveredAt, now),
                    cancellationToken
                );
        }

        if (failed is { } id)
        {
            changed += await database
                .OutboxMessages.Where(message => message.Id == id)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(message => message.Attempts, message => message.Attempts + 1),
                    cancellationToken
                );
        }

        return changed;
    }

    private async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        return await write();
    }

    /// <summary>At a graceful end another instance need not wait for the lease to run out.</summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope
                .ServiceProvider.GetRequiredService<LeaseKeeper>()
                .ReleaseAsync(LeaseName, _owner, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Failed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be delivered; trying again")]
    private static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Message} was not delivered; trying again")]
    private static partial void NotDelivered(ILogger logger, Exception exception, Guid message);
}
