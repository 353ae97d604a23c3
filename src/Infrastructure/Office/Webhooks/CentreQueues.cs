namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>The queues of one centre: whatever its receivers do, it takes no more than its share of what is sent at a time.</summary>
internal sealed class CentreQueues(IReadOnlyList<SubscriptionQueue> queues)
{
    private int _turn;

    /// <summary>What of the centre is on its way.</summary>
    public int InFlight => queues.Sum(queue => queue.InFlight);

    /// <summary>When it was last served, in turns.</summary>
    public long ServedAt { get; set; }

    /// <summary>
    /// Requests of one centre at a time: as if there were one centre more than there are, so that a newcomer finds room.
    /// </summary>
    public static int ShareOf(int mostInAll, int centres) => Math.Max(1, mostInAll / (centres + 1));

    /// <summary>The next delivery that is due, of each queue in turn; null: there is none.</summary>
    public (SubscriptionQueue Queue, PendingDelivery Delivery)? Take(DateTimeOffset now, int mostAtOnce)
    {
        for (var step = 0; step < queues.Count; step++)
        {
            var queue = queues[(_turn + step) % queues.Count];
            if (queue.IsOpen && queue.Take(now, mostAtOnce) is { } delivery)
            {
                _turn = (_turn + step + 1) % queues.Count;
                return (queue, delivery);
            }
        }

        return null;
    }

    public DateTimeOffset? NextDue(int mostAtOnce) =>
        queues.Where(queue => queue.IsOpen).Min(queue => queue.NextDue(mostAtOnce));
}
