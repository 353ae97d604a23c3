namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Section <c>Changes</c> of the configuration.</summary>
public sealed class ChangesOptions
{
    public const string Section = "Changes";

    /// <summary>Changes older than this leave the feed; a reader that was away for longer begins anew.</summary>
    public int RetentionDays { get; set; } = 90;

    /// <summary>A stream ends after so many minutes; the reader comes again, and its rights are looked at anew.</summary>
    public int StreamMinutes { get; set; } = 10;

    /// <summary>Readers of one account that wait at a time, on one instance.</summary>
    public int ReadersPerAccount { get; set; } = 20;
}
