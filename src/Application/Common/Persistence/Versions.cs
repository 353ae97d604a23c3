namespace MethodCenter.Application.Common.Persistence;

/// <summary>Checks of the revision that a client has read.</summary>
public static class Versions
{
    public static readonly Error Stale = new("request.stale", ErrorKind.Stale);

    /// <summary>412 when the caller has read another revision than the one that is there now.</summary>
    public static Error? CheckVersion(this AggregateRoot aggregate, int expected) =>
        aggregate.Version == expected ? null : Stale.With("expected", expected).With("actual", aggregate.Version);
}
