using MethodCenter.Application.Office.Imports;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Section <c>Imports</c> of the configuration.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Largest file that is taken, in bytes.</summary>
    public long FileBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>An instance that has not been heard of for so long has died: another takes its operations over.</summary>
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>An operation that was interrupted so often is given up: it is what ends the service.</summary>
    public int MostAttempts { get; set; } = 5;

    /// <summary>Days for which files and findings are kept: they hold personal data.</summary>
    public int KeepDays { get; set; } = 14;

    /// <summary>Operations of one account that may wait.</summary>
    public int MostWaiting { get; set; } = 20;

    /// <summary>Operations of one centre that may wait.</summary>
    public int MostWaitingInCentre { get; set; } = 60;

    /// <summary>Bytes of files of one account that are kept at a time.</summary>
    public long AccountBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of files of one centre that are kept at a time.</summary>
    public long CentreBytes { get; set; } = 8L * 1024 * 1024 * 1024;

    internal ImportQuota ToQuota() =>
        new(MostWaiting, MostWaitingInCentre, AccountBytes, CentreBytes, TimeSpan.FromDays(KeepDays));
}
