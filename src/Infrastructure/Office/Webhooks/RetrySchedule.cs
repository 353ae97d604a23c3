namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>When a delivery that failed is sent again.</summary>
/// <remarks>
/// Each wait is cut by up to a fifth at random, so that what failed together does not come back together; never
/// lengthened, so that the sum of the schedule is what the settings say.
/// </remarks>
internal sealed class RetrySchedule(IReadOnlyList<int> seconds, Random random)
{
    private const double MostCut = 0.2;
    private static readonly TimeSpan LongestWish = TimeSpan.FromDays(1);

    /// <summary>That a receiver is back is noticed no later than this.</summary>
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(5);

    /// <summary>The next attempt; null: there is none.</summary>
    /// <param name="attempts">Attempts that have failed, this one too.</param>
    /// <param name="wish">How long the receiver asks to wait (<c>Retry-After</c>).</param>
    public TimeSpan? Next(int attempts, TimeSpan? wish)
    {
        if (attempts > seconds.Count)
        {
            return null;
        }

        var wait = Wait(attempts);
        return wish is { } asked && asked > wait ? Bound(asked) : wait;
    }

    /// <summary>When a receiver that keeps failing is asked next, whatever waits for it.</summary>
    /// <param name="probes">Probes that have failed, this one too.</param>
    public TimeSpan Probe(int probes)
    {
        var wait = Wait(Math.Min(probes, seconds.Count));
        return wait < LongestProbe ? wait : LongestProbe;
    }

    private TimeSpan Wait(int attempts) =>
        TimeSpan.FromSeconds(seconds[attempts - 1] * (1 - (MostCut * random.NextDouble())));

    /// <summary>A receiver may ask for a day at most.</summary>
    public static TimeSpan Bound(TimeSpan wish) => wish < LongestWish ? wish : LongestWish;
}
