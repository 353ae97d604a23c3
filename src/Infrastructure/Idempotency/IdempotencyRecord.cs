namespace MethodCenter.Infrastructure.Idempotency;

/// <summary>The stored answer to a request that carried an <c>Idempotency-Key</c>.</summary>
public sealed class IdempotencyRecord
{
    public const int KeyMaxLength = 128;
    public const int HashLength = 32;
    public const int HeaderMaxLength = 300;

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public string Key { get; init; } = "";

    /// <summary>SHA-256 of method, path, centre and body.</summary>
    public byte[] RequestHash { get; init; } = [];

    public int Status { get; init; }

    public string? Location { get; init; }

    public string? ETag { get; init; }

    /// <summary>The body of the answer, protected by the service's key ring: it may hold names.</summary>
    public byte[] Body { get; init; } = [];

    public DateTimeOffset StoredAt { get; init; }
}
