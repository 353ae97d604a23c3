namespace MethodCenter.Application.Territory.Accounts;

/// <summary>A key to make.</summary>
public sealed record ApiKeyBody
{
    /// <summary>What the key is for, so that it can be told apart and revoked later.</summary>
    public required string Name { get; init; }

    /// <summary>Last day on which it is good, in the zone of the centre; null: until revoked.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
