using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>The queues of all active subscriptions: takes up changes into them, and says what is to be sent next.</summary>
/// <remarks>
/// A queue holds a bounded window of deliveries, however many changes lie behind it: an import of 100,000 does not become
/// 100,000 rows. How many commands a round takes follows from the number of subscriptions, not of changes.
/// </remarks>
internal sealed class SubscriptionQueues(WebhookOptions options, WebhookChanges changes, TimeProvider time)
{
    private const int Chunk = 500;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeastOfRow = TimeSpan.FromHours(1);
    private readonly Dictionary<Guid, SubscriptionQueue> _queues = [];
    private List<SubscriptionQueue> _order = [];
    private Dictionary<Guid, CentreQueues> _centres = [];
    private long _turn;
    private long _savedAt = time.GetTimestamp();
    private ChangeLog _log = new();

    public bool IsEmpty => _queues.Count == 0;

    private IEnumerable<SubscriptionQueue> Open => _order.Where(queue => queue.IsOpen);

    /// <summary>Looks at the subscriptions: new ones, changed ones, and those that are paused or gone.</summary>
    public async Task RefreshAsync(WebhookStore store, CancellationToken cancellationToken)
    {
        var found = (await store.ReadSubscriptionsAsync(cancellationToken)).ToDictionary(one => one.Id);
        foreach (var queue in _queues.Values.ToList())
        {
            queue.IsOpen &= found.ContainsKey(queue.Subscription.Id);

            // What is on its way still has to come back to the queue from which it went.
            if (!queue.IsOpen && queue.InFlight == 0)
            {
                _queues.Remove(queue.Subscription.Id);
            }
        }

        foreach (var subscription in found.Values)
        {
            if (!_queues.TryGetValue(subscription.Id, out var queue))
            {
                _queues.Add(subscription.Id, new SubscriptionQueue(subscription));
            }
            else if (queue.IsOpen)
            {
                queue.Update(subscription);
            }
        }

        _order = [.. _queues.Values.OrderBy(queue => queue.Subscription.Id)];
        _centres = _order
            .GroupBy(queue => queue.Subscription.CentreId)
            .ToDictionary(
                group => group.Key,
                group => new CentreQueues([.. group])
                {
                    ServedAt = _centres.GetValueOrDefault(group.Key)?.ServedAt ?? 0,
                }
            );
        if (time.GetElapsedTime(_savedAt) >= SaveEvery)
        {
            await SavePositionsAsync(store, cancellationToken);
        }
    }

    /// <summary>Fills the windows: with what is pending in the database, with new changes, with periods to be sent again.</summary>
    /// <param name="moved">The feed may have moved on.</param>
    /// <returns>Is there more to be filled in at once?</returns>
    public async Task<bool> FillAsync(WebhookStore store, bool moved, CancellationToken cancellationToken)
    {
        foreach (var queue in Open.Where(queue => !queue.IsComplete && queue.Count <= options.Window / 2))
        {
            await LoadAsync(store, queue, cancellationToken);
        }

        if (moved)
        {
            _log = await store.ReadLogAsync(cancellationToken);
            await NoteGapsAsync(cancellationToken);
        }

        await TakeUpAsync(store, moved, cancellationToken);
        foreach (var queue in Open.Where(queue => queue.Replay is not null && HasRoom(queue, moved)).ToList())
        {
            await ReplayAsync(store, queue, cancellationToken);
        }

        return Open.Any(queue => HasRoom(queue, false) && (IsBehind(queue) || queue.Replay is not null));
    }

    /// <summary>
    /// The next delivery to send, of the centre that has least on its way; null: none is due, or its centre has its share.
    /// </summary>
    public (SubscriptionQueue Queue, PendingDelivery Delivery)? Take(DateTimeOffset now)
    {
        foreach (var centre in Served().OrderBy(centre => centre.InFlight).ThenBy(centre => centre.ServedAt))
        {
            if (centre.Take(now, options.MostAtOnce) is { } next)
            {
                centre.ServedAt = ++_turn;
                return next;
            }
        }

        return null;
    }

    public DateTimeOffset? NextDue() => Served().Min(centre => centre.NextDue(options.MostAtOnce));

    /// <summary>Queues of receivers that have only failed for too long.</summary>
    public IReadOnlyList<SubscriptionQueue> Dead()
    {
        var now = time.GetUtcNow();
        return [.. Open.Where(queue => queue.FailingSince is { } since && IsDead(queue, now - since))];
    }

    /// <summary>Notes how far the queues have come that had nothing to deliver; if that is lost, it is only read again.</summary>
    public async Task SavePositionsAsync(WebhookStore store, CancellationToken cancellationToken)
    {
        foreach (
            var group in _order.Where(queue => queue.Position > queue.SavedPosition).GroupBy(queue => queue.Position)
        )
        {
            await store.MoveOnAsync([.. group.Select(queue => queue.Subscription.Id)], group.Key, cancellationToken);
            foreach (var queue in group)
            {
                queue.SavedPosition = group.Key;
            }
        }

        _savedAt = time.GetTimestamp();
    }

    /// <summary>Centres that have not their whole share on its way.</summary>
    private IEnumerable<CentreQueues> Served()
    {
        var share = CentreQueues.ShareOf(options.MostAtOnceInAll, _centres.Count);
        return _centres.Values.Where(centre => centre.InFlight < share);
    }

    private bool IsDead(SubscriptionQueue queue, TimeSpan failing) =>
        failing >= TimeSpan.FromHours(options.PauseAfterHours)
        || (failing >= LeastOfRow && queue.FailuresInRow >= options.PauseAfterFailures);

    /// <summary>There are changes behind its place, and none of them has been dropped.</summary>
    private bool IsBehind(SubscriptionQueue queue) => queue.Position < _log.Last && queue.Position >= _log.Trimmed;

    private int RoomOf(SubscriptionQueue queue) => options.Window - queue.Count;

    /// <summary>Few places are not worth a command each time one falls free, but are used at the next look.</summary>
    private bool HasRoom(SubscriptionQueue queue, bool anyIsEnough) =>
        queue.IsComplete && RoomOf(queue) >= (anyIsEnough ? 1 : Math.Max(1, options.Window / 4));

    private async Task LoadAsync(WebhookStore store, SubscriptionQueue queue, CancellationToken cancellationToken)
    {
        var pending = await store.ReadPendingAsync(queue.Subscription.Id, options.Window, cancellationToken);
        List<WebhookDelivery> dropped = [];
        foreach (var (row, change) in pending)
        {
            if (change is not null)
            {
                queue.Add(new PendingDelivery(row, change));
                continue;
            }

            row.Park(new WebhookAttempt(time.GetUtcNow(), null, WebhookFailure.ChangeDropped, 0));
            dropped.Add(row);
        }

        queue.IsComplete = pending.Count < options.Window;
        if (dropped.Count > 0)
        {
            await store.RecordAsync(dropped, [], cancellationToken);
        }
    }

    /// <summary>What the log no longer keeps will never be delivered; the subscription says so.</summary>
    private async Task NoteGapsAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in Open.Where(queue => queue.Position < _log.Trimmed).ToList())
        {
            var gap = (From: queue.Position + 1, To: _log.Trimmed);
            if (await changes.NoteGapAsync(queue.Subscription, gap.From, gap.To, cancellationToken))
            {
                (queue.Position, queue.SavedPosition) = (gap.To, gap.To);
            }
        }
    }

    private async Task TakeUpAsync(WebhookStore store, bool moved, CancellationToken cancellationToken)
    {
        var waiting = Open.Where(queue => IsBehind(queue) && HasRoom(queue, moved));

        // Most queues stand at the same place, so one query reads for all of them.
        foreach (var group in waiting.GroupBy(queue => queue.Position).ToList())
        {
            var centreIds = group.Select(queue => queue.Subscription.CentreId).Distinct().ToArray();
            var found = await store.ReadChangesAsync(centreIds, group.Key, _log.Last, Chunk, cancellationToken);
            var read = found.Count < Chunk ? _log.Last : found[^1].Position!.Value;
            List<(SubscriptionQueue Queue, long Position, List<PendingDelivery> Deliveries)> batch = [];
            foreach (var queue in group)
            {
                var (position, deliveries) = Choose(queue, found, read);
                if (deliveries.Count > 0)
                {
                    batch.Add((queue, position, deliveries));
                }
                else
                {
                    queue.Position = position;
                }
            }

            if (batch.Count > 0)
            {
                await EnqueueAsync(store, batch, cancellationToken);
            }
        }
    }

    /// <summary>Of the changes that were read, those of the queue, as far as it has room.</summary>
    private (long Position, List<PendingDelivery> Deliveries) Choose(
        SubscriptionQueue queue,
        List<ChangeEntry> found,
        long read
    )
    {
        var (subscription, told, now) = (queue.Subscription, queue.Subscription.TypesTold, time.GetUtcNow());
        var own = found
            .Where(change => change.CentreId == subscription.CentreId && told.Contains(change.Type))
            .Take(RoomOf(queue) + 1)
            .ToList();
        var full = own.Count > RoomOf(queue);
        if (full)
        {
            own.RemoveAt(own.Count - 1);
        }

        return (
            full ? own[^1].Position!.Value : read,
            [.. own.Select(change => new PendingDelivery(WebhookStore.Make(subscription, change, now), change))]
        );
    }

    private static async Task EnqueueAsync(
        WebhookStore store,
        List<(SubscriptionQueue Queue, long Position, List<PendingDelivery> Deliveries)> batch,
        CancellationToken cancellationToken
    )
    {
        var there = await store.EnqueueAsync(
            [
                .. batch.Select(one => new Enqueued(
                    one.Queue.Subscription,
                    one.Queue.SavedPosition,
                    one.Position,
                    [.. one.Deliveries.Select(delivery => delivery.Row)]
                )),
            ],
            cancellationToken
        );
        foreach (var (queue, position, deliveries) in batch)
        {
            if (there.Contains(queue.Subscription.Id))
            {
                deliveries.ForEach(queue.Add);
                (queue.Position, queue.SavedPosition) = (position, position);
            }
            else
            {
                // Deleted, or moved on by another instance: what is known here is wrong and is read anew.
                queue.IsOpen = false;
            }
        }
    }

    private async Task ReplayAsync(WebhookStore store, SubscriptionQueue queue, CancellationToken cancellationToken)
    {
        var (next, to) = queue.Replay!.Value;

        // What lies behind the queue's own place will be delivered anyway. Half of the window is left to what is new.
        var (pending, further) = await store.ReplayAsync(
            queue.Subscription,
            (next, Math.Min(to, queue.Position)),
            Math.Min(RoomOf(queue), Math.Max(1, options.Window / 2)),
            time.GetUtcNow(),
            cancellationToken
        );
        foreach (var delivery in pending)
        {
            queue.Add(delivery);
        }

        queue.Replay = further is { } position ? (position, to) : null;
    }
}
