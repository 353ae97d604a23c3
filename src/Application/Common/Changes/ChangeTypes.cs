using System.Collections.Frozen;
using MethodCenter.Application.Common.Areas;

namespace MethodCenter.Application.Common.Changes;

/// <summary>A kind of objects whose changes are published.</summary>
/// <param name="Name">The resource, as the addresses name it: <c>support-programmes</c>.</param>
/// <param name="Aggregate">The aggregate behind it.</param>
/// <param name="ReadPermission">
/// The permission that reading one such object needs; without it nothing about it is published.
/// </param>
/// <param name="Parent">The resource within whose address it stands; null: it stands by itself.</param>
public sealed record ChangeType(string Name, Type Aggregate, string ReadPermission, string? Parent = null)
{
    /// <summary>The address of the list, where it is not the name.</summary>
    public string Path { get; init; } = Name;

    /// <summary>Where the object is read; null: its parent is not known.</summary>
    public string? AddressOf(Guid id, Guid? parentId) =>
        Parent is null ? $"{ChangeTypes.ApiBase}/{Path}/{id}"
        : parentId is null ? null
        : $"{ChangeTypes.ApiBase}/{Parent}/{parentId}/{Name}/{id}";
}

/// <summary>All kinds of objects whose changes are published: every aggregate.</summary>
public static class ChangeTypes
{
    public const int NameMaxLength = 40;

    /// <summary>
    /// Where the API begins: the feed is read also by those who do not know at which address they asked.
    /// </summary>
    public const string ApiBase = "/api/v1";

    /// <summary>Those that the areas declare, by name.</summary>
    public static IReadOnlyList<ChangeType> All { get; } =
    [.. Area.All.SelectMany(area => area.Changes).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, ChangeType> ByName = All.ToFrozenDictionary(
        type => type.Name,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<Type, ChangeType> ByAggregate = All.ToFrozenDictionary(type =>
        type.Aggregate
    );

    /// <summary>The kind of that name; null: there is none.</summary>
    public static ChangeType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The kind whose objects stand below that segment of an address; null: there is none.</summary>
    public static ChangeType? OfPath(string segment) =>
        All.FirstOrDefault(type => type.Path == segment || type.Path.EndsWith($"/{segment}", StringComparison.Ordinal));

    public static ChangeType Of(Type aggregate) => ByAggregate[aggregate];
}

/// <summary>What has become of an object.</summary>
public enum ChangeKind
{
    /// <summary>Created.</summary>
    Created,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Deleted.</summary>
    Deleted,

    /// <summary>
    /// The key has changed: the code, or the name under which a neighbouring system knows the object.
    /// </summary>
    KeyChanged,
}
