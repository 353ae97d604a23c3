namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Section <c>Webhooks</c> of the configuration.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>5 s, 30 s, 2 min, 10 min, 1 h, 2 h, 4 h, 6 h, 10 h: all of them within a day.</summary>
    private static readonly int[] Day = [5, 30, 120, 600, 3600, 7200, 14400, 21600, 36000];

    /// <summary>May receivers be on this machine, also by plain HTTP? Null: in development and tests only.</summary>
    public bool? AllowLoopback { get; set; }

    /// <summary>Networks that are not public and yet allowed, e.g. <c>10.20.0.0/16</c>.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; set; } = [];

    /// <summary>Ports besides 443 that receivers may have.</summary>
    public IReadOnlyList<int> AllowedPorts { get; set; } = [];

    /// <summary>Seconds between the attempts of one delivery; after the last it is parked.</summary>
    /// <remarks>Null: the schedule of the service. A list with a default would be added to, not replaced.</remarks>
    public IReadOnlyList<int>? RetrySeconds { get; set; }

    /// <summary>Longest a receiver may take for its answer.</summary>
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>Longest it may take to connect.</summary>
    public int ConnectSeconds { get; set; } = 5;

    /// <summary>Requests to one receiver at a time.</summary>
    public int MostAtOnce { get; set; } = 8;

    /// <summary>Requests to all receivers at a time.</summary>
    public int MostAtOnceInAll { get; set; } = 128;

    /// <summary>Pending deliveries of one subscription that are rows; what lies behind them waits in the log.</summary>
    public int Window { get; set; } = 500;

    /// <summary>A receiver that has only failed for so long is paused.</summary>
    /// <remarks>Sooner than the attempts of a delivery are used up: nothing is parked because a receiver was away.</remarks>
    public double PauseAfterHours { get; set; } = 18;

    /// <summary>A receiver that has failed so often in a row, over an hour at least, is paused.</summary>
    public int PauseAfterFailures { get; set; } = 100;

    /// <summary>How long a replaced secret still signs beside the new one.</summary>
    public double SecretOverlapHours { get; set; } = 24;

    /// <summary>Days for which ended deliveries are shown.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>How often the dispatcher looks for what other instances have changed.</summary>
    public int PollMilliseconds { get; set; } = 500;

    internal IReadOnlyList<int> Schedule => RetrySeconds is { Count: > 0 } own ? own : Day;

    /// <summary>Stops a start with settings by which nothing could be delivered.</summary>
    internal void Check()
    {
        if (
            TimeoutSeconds < 1
            || ConnectSeconds < 1
            || MostAtOnce < 1
            || MostAtOnceInAll < 1
            || Window < 1
            || PollMilliseconds < 1
            || Schedule.Any(seconds => seconds < 0)
        )
        {
            throw new InvalidOperationException($"A setting of {Section} is out of range; see docs/operations.md.");
        }

        _ = AddressPolicy.Of(false, AllowedNetworks);
    }

    internal TimeSpan SecretOverlap => TimeSpan.FromHours(SecretOverlapHours);
}
