using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>What the dispatcher reads and writes, for all centres. No transaction outlives a method.</summary>
internal sealed class WebhookStore(MethodCenterDbContext database, WriteGate gate)
{
    /// <summary>What the dispatcher changes of a delivery.</summary>
    private static readonly string[] Bookkeeping =
    [
        nameof(WebhookDelivery.State),
        nameof(WebhookDelivery.Attempts),
        nameof(WebhookDelivery.NextAttemptAt),
        nameof(WebhookDelivery.LastAttemptAt),
        nameof(WebhookDelivery.LastStatus),
        nameof(WebhookDelivery.LastFailure),
        nameof(WebhookDelivery.LastMilliseconds),
        nameof(WebhookDelivery.DeliveredAt),
    ];

    public Task<List<ActiveSubscription>> ReadSubscriptionsAsync(CancellationToken cancellationToken) =>
        Subscriptions
            .Where(subscription => subscription.State == WebhookState.Active)
            .ToActive(database.Centres.IgnoreQueryFilters())
            .ToListAsync(cancellationToken);

    /// <summary>The end of the log, and the last position that it no longer keeps.</summary>
    public Task<ChangeLog> ReadLogAsync(CancellationToken cancellationToken) =>
        database.ChangeLogs.AsNoTracking().SingleAsync(cancellationToken);

    /// <summary>Pending deliveries, in the order of their changes; a change that is no longer kept is null.</summary>
    public async Task<IReadOnlyList<(WebhookDelivery Row, ChangeEntry? Change)>> ReadPendingAsync(
        Guid subscriptionId,
        int most,
        CancellationToken cancellationToken
    )
    {
        var found = await database
            .WebhookDeliveries.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(row => row.SubscriptionId == subscriptionId && row.State == WebhookDeliveryState.Pending)
            .LeftJoin(
                database.Changes.AsNoTracking(),
                row => (long?)row.Position,
                change => change.Position,
                (row, change) => new { Row = row, Change = change }
            )
            .OrderBy(pair => pair.Row.Position)
            .Take(most)
            .ToListAsync(cancellationToken);
        return [.. found.Select(pair => (pair.Row, pair.Change))];
    }

    /// <summary>Changes of some centres behind a position, in their order.</summary>
    public Task<List<ChangeEntry>> ReadChangesAsync(
        IReadOnlyCollection<Guid> centreIds,
        long after,
        long end,
        int most,
        CancellationToken cancellationToken
    ) =>
        database
            .Changes.AsNoTracking()
            .Where(change => change.Position > after && change.Position <= end && centreIds.Contains(change.CentreId))
            .OrderBy(change => change.Position)
            .Take(most)
            .ToListAsync(cancellationToken);

    /// <summary>Puts new deliveries into the queues and moves the subscriptions on, in one transaction.</summary>
    /// <returns>The subscriptions that stood where they were known to stand; another instance may have moved one on.</returns>
    public async Task<IReadOnlySet<Guid>> EnqueueAsync(
        IReadOnlyList<Enqueued> batch,
        CancellationToken cancellationToken
    )
    {
        var there = new HashSet<Guid>();
        await WriteAsync(
            async () =>
            {
                foreach (var (subscription, known, position, rows) in batch)
                {
                    if (await AdvanceAsync(subscription.Id, known, position, cancellationToken) == 1)
                    {
                        there.Add(subscription.Id);
                        Add(subscription, rows);
                    }
                }

                await database.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        return there;
    }

    /// <summary>Notes how far subscriptions have come that had nothing to deliver.</summary>
    public Task MoveOnAsync(IReadOnlyList<Guid> ids, long position, CancellationToken cancellationToken) =>
        WriteAsync(
            () =>
                Subscriptions
                    .Where(subscription => ids.Contains(subscription.Id) && subscription.Position < position)
                    .ExecuteUpdateAsync(
                        change => change.SetProperty(subscription => subscription.Position, position),
                        cancellationToken
                    ),
            cancellationToken
        );

    /// <summary>Puts the next part of a period into the queue again.</summary>
    /// <returns>What is now pending, and where the period goes on; null: it is done.</returns>
    public async Task<(IReadOnlyList<PendingDelivery> Pending, long? Next)> ReplayAsync(
        ActiveSubscription subscription,
        (long Next, long To) period,
        int most,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<PendingDelivery> pending = [];
        long? next = null;
        await WriteAsync(
            async () =>
            {
                var (from, to) = period;
                var told = subscription.TypesTold;
                var changes = await database
                    .Changes.AsNoTracking()
                    .Where(change =>
                        change.CentreId == subscription.CentreId
                        && change.Position >= from
                        && change.Position <= to
                        && told.Contains(change.Type)
                    )
                    .OrderBy(change => change.Position)
                    .Take(most)
                    .ToListAsync(cancellationToken);
                next = changes.Count < most ? null : changes[^1].Position + 1;
                if (await NoteReplayAsync(subscription.Id, next, to, cancellationToken) == 1)
                {
                    pending = await RequeueAsync(subscription, changes, now, cancellationToken);
                    await database.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken
        );
        return (pending, next);
    }

    /// <summary>Writes how deliveries went, and how their receivers are.</summary>
    public async Task RecordAsync(
        IReadOnlyCollection<WebhookDelivery> rows,
        IEnumerable<SubscriptionQueue> queues,
        CancellationToken cancellationToken
    )
    {
        var remaining = rows;
        while (true)
        {
            try
            {
                await WriteAsync(() => RecordOnceAsync(remaining, queues, cancellationToken), cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (remaining.Count > 0)
            {
                // Some of them are gone, or another instance was faster; what it has written stays.
                remaining = await StillPendingAsync(remaining, cancellationToken);
            }
        }
    }

    private IQueryable<WebhookSubscription> Subscriptions =>
        database.WebhookSubscriptions.IgnoreQueryFilters().AsNoTracking();

    private async Task<int> RecordOnceAsync(
        IReadOnlyCollection<WebhookDelivery> rows,
        IEnumerable<SubscriptionQueue> queues,
        CancellationToken cancellationToken
    )
    {
        // Of one that was paused or changed meanwhile nothing is noted: it may have been resumed with a clean record.
        foreach (var queue in queues.Where(queue => queue.IsOpen))
        {
            await Subscriptions
                .Where(subscription =>
                    subscription.Id == queue.Subscription.Id && subscription.Version == queue.Subscription.Version
                )
                .ExecuteUpdateAsync(
                    change =>
                        change
                            .SetProperty(subscription => subscription.LastSuccessAt, queue.LastSuccessAt)
                            .SetProperty(subscription => subscription.FailingSince, queue.FailingSince)
                            .SetProperty(subscription => subscription.FailuresInRow, queue.FailuresInRow),
                    cancellationToken
                );
        }

        foreach (var row in rows)
        {
            var entry = database.Attach(row);
            entry.Property(delivery => delivery.State).OriginalValue = WebhookDeliveryState.Pending;
            foreach (var name in Bookkeeping)
            {
                entry.Property(name).IsModified = true;
            }
        }

        return await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyCollection<WebhookDelivery>> StillPendingAsync(
        IReadOnlyCollection<WebhookDelivery> rows,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var pending = await database
            .WebhookDeliveries.IgnoreQueryFilters()
            .Where(row => ids.Contains(row.Id) && row.State == WebhookDeliveryState.Pending)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => pending.Contains(row.Id))];
    }

    private Task<int> AdvanceAsync(Guid id, long known, long position, CancellationToken cancellationToken) =>
        Subscriptions
            .Where(subscription => subscription.Id == id && subscription.Position == known)
            .ExecuteUpdateAsync(
                change => change.SetProperty(subscription => subscription.Position, position),
                cancellationToken
            );

    private Task<int> NoteReplayAsync(Guid id, long? next, long to, CancellationToken cancellationToken)
    {
        var until = next is null ? (long?)null : to;
        return Subscriptions
            .Where(subscription => subscription.Id == id)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(subscription => subscription.ReplayPosition, next)
                        .SetProperty(subscription => subscription.ReplayTo, until),
                cancellationToken
            );
    }

    /// <summary>The deliveries of these changes: those that have ended begin anew, those that never were are made.</summary>
    private async Task<List<PendingDelivery>> RequeueAsync(
        ActiveSubscription subscription,
        List<ChangeEntry> changes,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var positions = changes.Select(change => change.Position!.Value).ToArray();
        var known = await database
            .WebhookDeliveries.IgnoreQueryFilters()
            .Where(row => row.SubscriptionId == subscription.Id && positions.Contains(row.Position))
            .ToDictionaryAsync(row => row.Position, cancellationToken);
        List<PendingDelivery> pending = [];
        foreach (var change in changes)
        {
            if (!known.TryGetValue(change.Position!.Value, out var row))
            {
                row = Make(subscription, change, now);
                Add(subscription, [row]);
            }
            else if (row.Requeue(now).Refused)
            {
                continue;
            }

            pending.Add(new PendingDelivery(row, change));
        }

        return pending;
    }

    public static WebhookDelivery Make(ActiveSubscription subscription, ChangeEntry change, DateTimeOffset now) =>
        WebhookDelivery.Make(
            subscription.Id,
            new WebhookChange(change.Position!.Value, change.Type, change.SubjectId, change.Version, change.OccurredAt),
            now
        );

    private void Add(ActiveSubscription subscription, IReadOnlyList<WebhookDelivery> rows)
    {
        foreach (var row in rows)
        {
            database.WebhookDeliveries.Add(row).Property(one => one.CentreId).CurrentValue = subscription.CentreId;
        }
    }

    /// <summary>One transaction behind the gate; nothing stays tracked.</summary>
    private async Task WriteAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await write();
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }
}

/// <summary>New deliveries of a subscription.</summary>
/// <param name="Known">Where it stands in the database.</param>
/// <param name="Position">Where it stands with them.</param>
internal sealed record Enqueued(
    ActiveSubscription Subscription,
    long Known,
    long Position,
    IReadOnlyList<WebhookDelivery> Rows
);
