namespace MethodCenter.Infrastructure.Leases;

/// <summary>A piece of work that one instance of the service does at a time.</summary>
public sealed class Lease
{
    public const int NameMaxLength = 60;

    /// <summary>
    /// By how much the clocks of two instances may differ. What lies further ahead than its length and this was written by a
    /// clock that ran ahead: nobody waits for it.
    /// </summary>
    internal static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    public string Name { get; init; } = "";

    public Guid Owner { get; set; }

    public DateTimeOffset Until { get; set; }
}
