namespace MethodCenter.Application.Territory.Accounts;

/// <summary>A key to make.</summary>
public sealed record ApiKeyBody
{
    /// <summary>What the key is for, so that it can be recognised and revoked later.</summary>
    public required string Name { get; init; }

    /// <summary>Last day on which it is valid, in the time zone of the centre; null: until revoked.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
