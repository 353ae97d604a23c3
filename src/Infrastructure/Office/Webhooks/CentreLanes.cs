namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>The lanes of one centre: whatever its receivers do, it takes no more than its share of what is sent at a time.</summary>
internal sealed class CentreLanes(IReadOnlyList<Lane> lanes)
{
    private int _turn;

    /// <summary>What of the centre is on its way.</summary>
    public int InFlight => lanes.Sum(lane => lane.InFlight);

    /// <summary>When it was last served, in turns.</summary>
    public long ServedAt { get; set; }

    /// <summary>
    /// Requests of one centre at a time: as if there were one centre more than there are, so that a newcomer finds room.
    /// </summary>
    public static int ShareOf(int mostInAll, int centres) => Math.Max(1, mostInAll / (centres + 1));

    /// <summary>The next delivery that is due, of each lane in turn; null: there is none.</summary>
    public (Lane Lane, PendingDelivery Delivery)? Take(DateTimeOffset now, int mostAtOnce)
    {
        for (var step = 0; step < lanes.Count; step++)
        {
            var lane = lanes[(_turn + step) % lanes.Count];
            if (lane.IsOpen && lane.Take(now, mostAtOnce) is { } delivery)
            {
                _turn = (_turn + step + 1) % lanes.Count;
                return (lane, delivery);
            }
        }

        return null;
    }

    public DateTimeOffset? NextDue(int mostAtOnce) =>
        lanes.Where(lane => lane.IsOpen).Min(lane => lane.NextDue(mostAtOnce));
}
