using System.Text.Json.Serialization;

namespace MethodCenter.Application.Common.Models;

/// <summary>The full representation of a resource; its version is its ETag.</summary>
public abstract record DetailsModel
{
    public Guid Id { get; init; }

    /// <summary>Number of the revision, from 1; the ETag without its quotes.</summary>
    public int Version { get; init; }

    /// <summary>What was accepted but is doubtful. Only in answers to changes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WarningModel>? Warnings { get; init; }
}

/// <summary>A warning, in the caller's language.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">The text, in the caller's language.</param>
/// <param name="Params">The values in the text, by name.</param>
/// <param name="Rule">The rule from which it follows.</param>
public sealed record WarningModel(
    string Code,
    string Message,
    IReadOnlyDictionary<string, object?> Params,
    RuleReference? Rule
);
