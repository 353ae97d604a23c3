namespace MethodCenter.TestKit;

/// <summary>The time of the machine, moved on by the test. Timers keep running by the machine's time.</summary>
public sealed class TestTime : TimeProvider
{
    private long _ticks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
}
