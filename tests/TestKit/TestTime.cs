namespace MethodCenter.TestKit;

/// <summary>The time of the machine, moved on by the test. Timers keep running by the machine's time.</summary>
public sealed class TestTime : TimeProvider
{
    private long _ticks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
}

/// <summary>The day of services under test, standing still: what is kept in memory for a time stays there. Timers run on.</summary>
public sealed class StandingTime : TimeProvider
{
    private readonly DateTimeOffset _now = TestDay.Instance.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;
}

/// <summary>The time of services under test: it runs as the machine's does, but the run begins on 22 November 2026.</summary>
public sealed class TestDay : TimeProvider
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    public static readonly TestDay Instance = new();
    private readonly TimeSpan _shift = Morning - System.GetUtcNow();

    private TestDay() { }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;
}
