namespace MethodCenter.Application.Common.Persistence;

/// <summary>Checks of the revision that a client has read.</summary>
public static class Versions
{
    /// <summary>The caller wants to change whatever revision is there.</summary>
    public const int Any = int.MinValue;

    /// <summary>What the caller has read is no revision of an object.</summary>
    public const int None = 0;

    public static readonly Error Stale = new("request.stale", ErrorKind.Stale);

    /// <summary>What the caller has read is a tag, but none that this service has given to an object.</summary>
    public static readonly Error NoRevision = new("request.no-revision", ErrorKind.Stale);

    /// <summary>412 when the caller has read another revision than the one that is there now.</summary>
    public static Error? CheckVersion(this AggregateRoot aggregate, int expected) => Check(expected, aggregate.Version);

    /// <summary>412 when another revision is expected than the one that is there now.</summary>
    public static Error? Check(int expected, int actual) =>
        expected == Any || expected == actual ? null
        : expected == None ? NoRevision.With("actual", actual)
        : Stale.With("expected", expected).With("actual", actual);
}
