namespace MethodCenter.Infrastructure.Idempotency;

/// <summary>The stored answer to a request that carried an <c>Idempotency-Key</c>; until it is there, a note that it runs.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Stands in the place of a status while the request runs.</summary>
    public const int Running = 0;

    public const int KeyMaxLength = 128;
    public const int HashLength = 32;
    public const int HeaderMaxLength = 300;

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public string Key { get; init; } = "";

    /// <summary>
    /// Half of the SHA-256 of method, path, centre and body, then half of that of the organisations that the caller reached.
    /// </summary>
    public byte[] RequestHash { get; init; } = [];

    public int Status { get; init; }

    public string? Location { get; init; }

    public string? ETag { get; init; }

    /// <summary>The body of the answer, protected by the service's key ring: it may hold names.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>When the answer was stored; of a note, when it was made or last renewed.</summary>
    public DateTimeOffset StoredAt { get; init; }
}
