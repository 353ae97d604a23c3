namespace MethodCenter.Application.Common.Batches;

/// <summary>The name under which a neighbouring system knows an item.</summary>
public sealed record ExternalKeyBody
{
    /// <summary>The neighbouring system, e.g. <c>1c</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The key of the object there.</summary>
    public required string Key { get; init; }

    internal ExternalKey ToKey() => new(Source, Key);
}
