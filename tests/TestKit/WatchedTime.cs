using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace MethodCenter.TestKit;

/// <summary>
/// Time that stands still, also for timers, until the test moves it on; it says who waits. Services that it is given to
/// have no workers.
/// </summary>
public sealed class WatchedTime() : FakeTimeProvider(TestDay.Instance.GetUtcNow())
{
    private readonly ConcurrentQueue<TimeSpan> _begun = new();

    /// <summary>Waits of this length that have begun.</summary>
    public int Waits(TimeSpan length) => _begun.Count(one => one == length);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _begun.Enqueue(dueTime);
        return timer;
    }
}
