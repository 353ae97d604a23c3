using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Changes;

namespace MethodCenter.Application.Office.Changes;

/// <summary>A part of the feed of changes.</summary>
public sealed record ChangePage
{
    /// <summary>Changes in the order of their positions; empty where there is none that you may see.</summary>
    public IReadOnlyList<ChangeListItem> Items { get; init; } = [];

    /// <summary>
    /// How far the feed was read: send it as <c>after</c> next time. Present on a page without items, too.
    /// </summary>
    public long Position { get; init; }

    /// <summary>There is more; ask again without waiting.</summary>
    public bool More { get; init; }
}

/// <summary>A change of an object.</summary>
public sealed record ChangeListItem
{
    /// <summary>
    /// The position in the feed. Positions increase; those of changes that you may not see are missing.
    /// </summary>
    public long Position { get; init; }

    /// <summary>The resource, as the addresses name it: <c>employees</c>, <c>support-programmes</c>.</summary>
    public string Type { get; init; } = "";

    public ChangeKind Kind { get; init; }

    /// <summary>The object.</summary>
    public Guid Id { get; init; }

    /// <summary>Its revision after the change; it may have been changed again since.</summary>
    public int Version { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>What has happened, in the words of the field, e.g. <c>course-registered</c>; often empty.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Only with <c>keyChanged</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangedKeys? Keys { get; init; }

    /// <summary>The address at which the object can be read; null: it was deleted.</summary>
    public string? Href { get; init; }
}

/// <summary>Which key has changed: a code, or the name that a neighbouring system has given.</summary>
public sealed record ChangedKeys
{
    /// <summary>The code of the object.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangedCode? Code { get; init; }

    /// <summary>The neighbouring system.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>The object's key there; missing where it is the number of a person.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }
}

/// <summary>The code before and after.</summary>
public sealed record ChangedCode
{
    public string? From { get; init; }

    public string? To { get; init; }
}

/// <summary>How far the feed has come.</summary>
public sealed record ChangePosition
{
    /// <summary>The last position: read the lists after taking it, and then the changes after it.</summary>
    public long Position { get; init; }

    /// <summary>The least <c>after</c> that is still answered; 0: everything since the beginning is kept.</summary>
    public long RetainedFrom { get; init; }
}
