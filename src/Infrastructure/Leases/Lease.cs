namespace MethodCenter.Infrastructure.Leases;

/// <summary>A piece of work that one instance of the service does at a time.</summary>
public sealed class Lease
{
    public const int NameMaxLength = 60;

    public string Name { get; init; } = "";

    public Guid Owner { get; set; }

    public DateTimeOffset Until { get; set; }
}
