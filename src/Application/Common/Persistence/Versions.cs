namespace MethodCenter.Application.Common.Persistence;

/// <summary>Checks of the revision that a client has read.</summary>
public static class Versions
{
    /// <summary>The caller wants to change whatever revision is there.</summary>
    public const int Any = int.MinValue;

    /// <summary>What the caller has read is no revision of an object.</summary>
    public const int None = 0;

    public static readonly Error Stale = new("request.stale", ErrorKind.Stale);

    /// <summary>412 when the caller has read another revision than the one that is there now.</summary>
    public static Error? CheckVersion(this AggregateRoot aggregate, int expected) =>
        expected == Any || aggregate.Version == expected
            ? null
            : Stale.With("expected", expected).With("actual", aggregate.Version);
}
