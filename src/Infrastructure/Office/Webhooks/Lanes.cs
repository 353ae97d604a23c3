using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>The lanes of all active subscriptions: takes up changes into them, and says what is to be sent next.</summary>
/// <remarks>
/// A lane holds a bounded window of deliveries, however many changes lie behind it: an import of 100,000 does not become
/// 100,000 rows. How many commands a round takes follows from the number of subscriptions, not of changes.
/// </remarks>
internal sealed class Lanes(WebhookOptions options, WebhookChanges changes, TimeProvider time)
{
    private const int Chunk = 500;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeastOfRow = TimeSpan.FromHours(1);
    private readonly Dictionary<Guid, Lane> _lanes = [];
    private List<Lane> _order = [];
    private Dictionary<Guid, CentreLanes> _centres = [];
    private long _turn;
    private long _savedAt = time.GetTimestamp();
    private ChangeLog _log = new();

    public bool IsEmpty => _lanes.Count == 0;

    private IEnumerable<Lane> Open => _order.Where(lane => lane.IsOpen);

    /// <summary>Looks at the subscriptions: new ones, changed ones, and those that are paused or gone.</summary>
    public async Task RefreshAsync(WebhookStore store, CancellationToken cancellationToken)
    {
        var found = (await store.ReadSubscriptionsAsync(cancellationToken)).ToDictionary(one => one.Id);
        foreach (var lane in _lanes.Values.ToList())
        {
            lane.IsOpen &= found.ContainsKey(lane.Subscription.Id);

            // What is on its way still has to come back to the lane from which it went.
            if (!lane.IsOpen && lane.InFlight == 0)
            {
                _lanes.Remove(lane.Subscription.Id);
            }
        }

        foreach (var subscription in found.Values)
        {
            if (!_lanes.TryGetValue(subscription.Id, out var lane))
            {
                _lanes.Add(subscription.Id, new Lane(subscription));
            }
            else if (lane.IsOpen)
            {
                lane.Update(subscription);
            }
        }

        _order = [.. _lanes.Values.OrderBy(lane => lane.Subscription.Id)];
        _centres = _order
            .GroupBy(lane => lane.Subscription.CentreId)
            .ToDictionary(
                group => group.Key,
                group => new CentreLanes([.. group]) { ServedAt = _centres.GetValueOrDefault(group.Key)?.ServedAt ?? 0 }
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
        foreach (var lane in Open.Where(lane => !lane.IsComplete && lane.Count <= options.Window / 2))
        {
            await LoadAsync(store, lane, cancellationToken);
        }

        if (moved)
        {
            _log = await store.ReadLogAsync(cancellationToken);
            await NoteGapsAsync(cancellationToken);
        }

        await TakeUpAsync(store, moved, cancellationToken);
        foreach (var lane in Open.Where(lane => lane.Replay is not null && HasRoom(lane, moved)).ToList())
        {
            await ReplayAsync(store, lane, cancellationToken);
        }

        return Open.Any(lane => HasRoom(lane, false) && (IsBehind(lane) || lane.Replay is not null));
    }

    /// <summary>
    /// The next delivery to send, of the centre that has least on its way; null: none is due, or its centre has its share.
    /// </summary>
    public (Lane Lane, PendingDelivery Delivery)? Take(DateTimeOffset now)
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

    /// <summary>Centres that have not their whole share on its way.</summary>
    private IEnumerable<CentreLanes> Served()
    {
        var share = CentreLanes.ShareOf(options.MostAtOnceInAll, _centres.Count);
        return _centres.Values.Where(centre => centre.InFlight < share);
    }

    /// <summary>Lanes of receivers that have only failed for too long.</summary>
    public IReadOnlyList<Lane> Dead()
    {
        var now = time.GetUtcNow();
        return [.. Open.Where(lane => lane.FailingSince is { } since && IsDead(lane, now - since))];
    }

    /// <summary>Notes how far the lanes have come that had nothing to deliver; if that is lost, it is only read again.</summary>
    public async Task SavePositionsAsync(WebhookStore store, CancellationToken cancellationToken)
    {
        foreach (var group in _order.Where(lane => lane.Position > lane.SavedPosition).GroupBy(lane => lane.Position))
        {
            await store.MoveOnAsync([.. group.Select(lane => lane.Subscription.Id)], group.Key, cancellationToken);
            foreach (var lane in group)
            {
                lane.SavedPosition = group.Key;
            }
        }

        _savedAt = time.GetTimestamp();
    }

    private bool IsDead(Lane lane, TimeSpan failing) =>
        failing >= TimeSpan.FromHours(options.PauseAfterHours)
        || (failing >= LeastOfRow && lane.FailuresInRow >= options.PauseAfterFailures);

    /// <summary>There are changes behind its place, and none of them has been dropped.</summary>
    private bool IsBehind(Lane lane) => lane.Position < _log.Last && lane.Position >= _log.Trimmed;

    private int RoomOf(Lane lane) => options.Window - lane.Count;

    /// <summary>Few places are not worth a command each time one falls free, but are used at the next look.</summary>
    private bool HasRoom(Lane lane, bool anyIsEnough) =>
        lane.IsComplete && RoomOf(lane) >= (anyIsEnough ? 1 : Math.Max(1, options.Window / 4));

    private async Task LoadAsync(WebhookStore store, Lane lane, CancellationToken cancellationToken)
    {
        var pending = await store.ReadPendingAsync(lane.Subscription.Id, options.Window, cancellationToken);
        List<WebhookDelivery> dropped = [];
        foreach (var (row, change) in pending)
        {
            if (change is not null)
            {
                lane.Add(new PendingDelivery(row, change));
                continue;
            }

            row.Park(new WebhookAttempt(time.GetUtcNow(), null, WebhookFailure.ChangeDropped, 0));
            dropped.Add(row);
        }

        lane.IsComplete = pending.Count < options.Window;
        if (dropped.Count > 0)
        {
            await store.RecordAsync(dropped, [], cancellationToken);
        }
    }

    /// <summary>What the log no longer keeps will never be delivered; the subscription says so.</summary>
    private async Task NoteGapsAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in Open.Where(lane => lane.Position < _log.Trimmed).ToList())
        {
            var gap = (From: lane.Position + 1, To: _log.Trimmed);
            if (await changes.NoteGapAsync(lane.Subscription, gap.From, gap.To, cancellationToken))
            {
                (lane.Position, lane.SavedPosition) = (gap.To, gap.To);
            }
        }
    }

    private async Task TakeUpAsync(WebhookStore store, bool moved, CancellationToken cancellationToken)
    {
        var waiting = Open.Where(lane => IsBehind(lane) && HasRoom(lane, moved));

        // Most lanes stand at the same place, so one query reads for all of them.
        foreach (var group in waiting.GroupBy(lane => lane.Position).ToList())
        {
            var centreIds = group.Select(lane => lane.Subscription.CentreId).Distinct().ToArray();
            var found = await store.ReadChangesAsync(centreIds, group.Key, _log.Last, Chunk, cancellationToken);
            var read = found.Count < Chunk ? _log.Last : found[^1].Position!.Value;
            List<(Lane Lane, long Position, List<PendingDelivery> Deliveries)> batch = [];
            foreach (var lane in group)
            {
                var (position, deliveries) = Choose(lane, found, read);
                if (deliveries.Count > 0)
                {
                    batch.Add((lane, position, deliveries));
                }
                else
                {
                    lane.Position = position;
                }
            }

            if (batch.Count > 0)
            {
                await EnqueueAsync(store, batch, cancellationToken);
            }
        }
    }

    /// <summary>Of the changes that were read, those of the lane, as far as it has room.</summary>
    private (long Position, List<PendingDelivery> Deliveries) Choose(Lane lane, List<ChangeEntry> found, long read)
    {
        var (subscription, told, now) = (lane.Subscription, lane.Subscription.TypesTold, time.GetUtcNow());
        var own = found
            .Where(change => change.CentreId == subscription.CentreId && told.Contains(change.Type))
            .Take(RoomOf(lane) + 1)
            .ToList();
        var full = own.Count > RoomOf(lane);
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
        List<(Lane Lane, long Position, List<PendingDelivery> Deliveries)> batch,
        CancellationToken cancellationToken
    )
    {
        var there = await store.EnqueueAsync(
            [
                .. batch.Select(one => new Enqueued(
                    one.Lane.Subscription,
                    one.Lane.SavedPosition,
                    one.Position,
                    [.. one.Deliveries.Select(delivery => delivery.Row)]
                )),
            ],
            cancellationToken
        );
        foreach (var (lane, position, deliveries) in batch)
        {
            if (there.Contains(lane.Subscription.Id))
            {
                deliveries.ForEach(lane.Add);
                (lane.Position, lane.SavedPosition) = (position, position);
            }
            else
            {
                // Deleted, or moved on by another instance: what is known here is wrong and is read anew.
                lane.IsOpen = false;
            }
        }
    }

    private async Task ReplayAsync(WebhookStore store, Lane lane, CancellationToken cancellationToken)
    {
        var (next, to) = lane.Replay!.Value;

        // What lies behind the lane's own place will be delivered anyway. Half of the window is left to what is new.
        var (pending, further) = await store.ReplayAsync(
            lane.Subscription,
            (next, Math.Min(to, lane.Position)),
            Math.Min(RoomOf(lane), Math.Max(1, options.Window / 2)),
            time.GetUtcNow(),
            cancellationToken
        );
        foreach (var delivery in pending)
        {
            lane.Add(delivery);
        }

        lane.Replay = further is { } position ? (position, to) : null;
    }
}
