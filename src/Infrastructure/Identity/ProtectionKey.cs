namespace MethodCenter.Infrastructure.Identity;

/// <summary>A key of the ring that protects bearer tokens; shared by all instances through the database.</summary>
public sealed class ProtectionKey
{
    public const int NameMaxLength = 100;

    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Xml { get; init; } = "";
}
