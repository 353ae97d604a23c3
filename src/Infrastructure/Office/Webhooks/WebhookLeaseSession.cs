using System.Threading.Channels;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>The time during which this instance delivers: from taking the lease until it is lost or the service stops.</summary>
/// <remarks>
/// One loop does all the bookkeeping, so nothing here needs a lock: it writes down how deliveries went, looks at the
/// subscriptions, takes up new changes, sends what is due, and waits. Requests to receivers run beside it and only put
/// their outcome into a channel; no transaction is open meanwhile. What has not been written down when the process
/// dies is pending in the database and is sent again.
/// </remarks>
internal sealed partial class WebhookLeaseSession(
    ILeaseOfDispatcher lease,
    IServiceScopeFactory scopes,
    WebhookSender sender,
    WebhookChanges changes,
    ChangeSignals signals,
    WebhookOptions options,
    OutageLog outages,
    TimeProvider time,
    ILogger<WebhookLeaseSession> logger
) : IAsyncDisposable
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Channel<Returned> _returned = Channel.CreateUnbounded<Returned>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly CancellationTokenSource _sending = new();
    private readonly SubscriptionQueues _queues = new(options, changes, time);
    private readonly RetrySchedule _schedule = new(options.Schedule, Random.Shared);
    private readonly TimeSpan _poll = TimeSpan.FromMilliseconds(options.PollMilliseconds);
    private long _heldAt;
    private long _refreshedAt;
    private int _inFlight;
    private Task? _pulse;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await KeepLeaseAsync(stopping))
        {
            var pulse = signals.Pulse;
            await RecordAsync();
            if (_refreshedAt == 0 || time.GetElapsedTime(_refreshedAt) >= _poll)
            {
                await DoAsync(store => _queues.RefreshAsync(store, stopping));
                await PauseDeadAsync(stopping);
                (_refreshedAt, _pulse) = (time.GetTimestamp(), null);
            }

            if (_queues.IsEmpty)
            {
                return;
            }

            // Nothing new can be there before the feed has moved on, or a queue has room again.
            var moved = !ReferenceEquals(pulse, _pulse);
            var more = await DoAsync(store => _queues.FillAsync(store, moved, stopping));
            _pulse = pulse;
            Start();
            if (!more)
            {
                await WaitAsync(pulse, stopping);
            }
        }
    }

    /// <summary>Lets what is on its way come back for a moment, and writes it down.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _sending.CancelAfter(IsLeaseHeld ? Grace : TimeSpan.Zero);
            while (_inFlight > 0)
            {
                await RecordAsync();
                if (_inFlight > 0)
                {
#pragma warning disable MA0040 // what is under way comes back soon after the cancellation, and is written before the end
                    await _returned.Reader.WaitToReadAsync();
#pragma warning restore MA0040
                }
            }

            await DoAsync(store => _queues.SavePositionsAsync(store, CancellationToken.None));
        }
        catch (Exception exception)
        {
            outages.Tell(logger, exception, "Outcomes of deliveries were not written; they are sent again");
        }

        await _sending.CancelAsync();
        _sending.Dispose();
    }

    private bool IsLeaseHeld => _heldAt != 0 && time.GetElapsedTime(_heldAt) < LeaseLength;

    /// <summary>Renews the lease in time; what is on its way is called back when that does not succeed.</summary>
    private async Task<bool> KeepLeaseAsync(CancellationToken cancellationToken)
    {
        if (_heldAt != 0 && time.GetElapsedTime(_heldAt) < LeaseLength / 3)
        {
            return true;
        }

        var asked = time.GetTimestamp();
        if (!await lease.HoldAsync(LeaseLength, cancellationToken))
        {
            _heldAt = 0;
            return false;
        }

        _heldAt = asked;
        _sending.CancelAfter(LeaseLength);
        return !_sending.IsCancellationRequested;
    }

    private void Start()
    {
        var now = time.GetUtcNow();
        while (_inFlight < options.MostAtOnceInAll && _queues.Take(now) is { } next)
        {
            _inFlight++;
            _ = SendAsync(next.Queue, next.Delivery);
        }
    }

    private async Task SendAsync(SubscriptionQueue queue, PendingDelivery delivery)
    {
        await Task.Yield();
        SendOutcome? outcome;
        try
        {
            var body = WebhookMessages.Of(delivery.Change, queue.Subscription.Centre);
            var id = WebhookMessages.IdOf(delivery.Row.Id);
            outcome = await sender.SendAsync(queue.Subscription, id, body, _sending.Token);
        }
        catch (Exception exception)
        {
            // Called back: it counts as not sent. Anything else is a mistake of ours, and no reason to stop the others.
            outcome = _sending.IsCancellationRequested ? null : new SendOutcome(null, WebhookFailure.Broken, 0, null);
            if (outcome is not null)
            {
                NotSent(logger, exception, delivery.Row.Id);
            }
        }

        _returned.Writer.TryWrite(new Returned(queue, delivery, outcome));
    }

    /// <summary>Writes down what has come back since the last time, in one transaction, and only then lets the next follow.</summary>
    /// <remarks>Not called off when the service stops: what the receivers have taken would be sent to them again.</remarks>
    private async Task RecordAsync()
    {
        List<Returned> returned = [];
        while (_returned.Reader.TryRead(out var one))
        {
            returned.Add(one);
        }

        if (returned.Count == 0)
        {
            return;
        }

        _inFlight -= returned.Count;
        var now = time.GetUtcNow();
        var touched = new HashSet<SubscriptionQueue>();
        var gone = new HashSet<SubscriptionQueue>();
        foreach (var (queue, delivery, outcome) in returned.Where(one => one.Outcome is not null))
        {
            if (Apply(queue, delivery, outcome!, now))
            {
                touched.Add(queue);
            }

            if (outcome!.Failure == WebhookFailure.Gone)
            {
                gone.Add(queue);
            }
        }

        var rows = returned.Where(one => one.Outcome is not null).Select(one => one.Delivery.Row).ToList();
        await DoAsync(store => store.RecordAsync(rows, touched, CancellationToken.None));
        foreach (var (queue, delivery, _) in returned)
        {
            queue.Settle(delivery);
        }

        foreach (var queue in gone)
        {
            await PauseAsync(queue, WebhookPauseReason.Gone, CancellationToken.None);
        }
    }

    /// <summary>What an outcome means for the delivery and for its receiver.</summary>
    /// <returns>Is what is known of the receiver worth writing down?</returns>
    private bool Apply(SubscriptionQueue queue, PendingDelivery delivery, SendOutcome outcome, DateTimeOffset now)
    {
        var row = delivery.Row;
        var attempt = new WebhookAttempt(now, outcome.Status, outcome.Failure, outcome.Milliseconds);
        if (outcome.Failure is not { } failure)
        {
            row.Deliver(attempt);
            return queue.NoteSuccess(now);
        }

        queue.NoteFailure(now, _schedule);
        if (failure == WebhookFailure.Gone)
        {
            row.Postpone(attempt, now);
        }
        else if (_schedule.Next(row.Attempts + 1, outcome.RetryAfter) is { } wait)
        {
            row.Postpone(attempt, now + wait);
        }
        else
        {
            row.Park(attempt);
            Parked(logger, row.Id, queue.Subscription.Id, failure, outcome.Status);
        }

        if (outcome.RetryAfter is { } wish)
        {
            queue.HoldUntil = now + wish > queue.HoldUntil ? now + wish : queue.HoldUntil;
        }

        return true;
    }

    /// <summary>Pauses receivers that have only failed for too long.</summary>
    private async Task PauseDeadAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in _queues.Dead())
        {
            await PauseAsync(queue, WebhookPauseReason.Failing, cancellationToken);
        }
    }

    private async Task PauseAsync(
        SubscriptionQueue queue,
        WebhookPauseReason reason,
        CancellationToken cancellationToken
    )
    {
        if (await changes.PauseAsync(queue.Subscription, reason, cancellationToken))
        {
            queue.IsOpen = false;
            Paused(logger, queue.Subscription.Id, queue.Subscription.Centre, reason, queue.FailuresInRow);
        }
    }

    /// <summary>Until something comes back, the feed moves on, a delivery is due, or it is time to look round.</summary>
    private async Task WaitAsync(Task pulse, CancellationToken cancellationToken)
    {
        var wait = _poll - time.GetElapsedTime(_refreshedAt);
        if (_inFlight < options.MostAtOnceInAll && _queues.NextDue() is { } due && due - time.GetUtcNow() < wait)
        {
            wait = due - time.GetUtcNow();
        }

        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(
            _returned.Reader.WaitToReadAsync(over.Token).AsTask(),
            pulse,
            Task.Delay(wait, time, over.Token)
        );
        await over.CancelAsync();
    }

    private async Task<T> DoAsync<T>(Func<WebhookStore, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<WebhookStore>());
    }

    private async Task DoAsync(Func<WebhookStore, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<WebhookStore>());
    }

    /// <summary>A delivery that is back; without an outcome it was called back and has not been sent.</summary>
    private sealed record Returned(SubscriptionQueue Queue, PendingDelivery Delivery, SendOutcome? Outcome);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Webhook {Subscription} of {Centre} was paused: {Reason}, {Failures} failures in a row"
    )]
    private static partial void Paused(
        ILogger logger,
        Guid subscription,
        string centre,
        WebhookPauseReason reason,
        int failures
    );

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Delivery {Delivery} of webhook {Subscription} was given up: {Failure} {Status}"
    )]
    private static partial void Parked(
        ILogger logger,
        Guid delivery,
        Guid subscription,
        WebhookFailure failure,
        int? status
    );

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be sent; trying again")]
    private static partial void NotSent(ILogger logger, Exception exception, Guid delivery);
}
