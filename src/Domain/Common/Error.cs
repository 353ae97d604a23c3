using System.Collections.Immutable;

namespace MethodCenter.Domain.Common;

/// <summary>An expected refusal. Its text stands in resources, found by <see cref="Code"/>.</summary>
/// <remarks>Codes are <c>area.kebab-reason</c> and never change; <see cref="Params"/> fill the text.</remarks>
public sealed record Error(string Code, ErrorKind Kind)
{
    /// <summary>Values for the text, by name. Never personal data.</summary>
    public ImmutableSortedDictionary<string, object?> Params { get; init; } =
        ImmutableSortedDictionary<string, object?>.Empty;

    /// <summary>JSON pointer (RFC 6901) to the value at fault, e.g. <c>/startsOn</c>; null: the whole request.</summary>
    public string? Pointer { get; init; }

    /// <summary>The legal or methodical rule that refused, when one did.</summary>
    public RuleReference? Rule { get; init; }

    /// <summary>So many errors of single values are told; of the others only how many there are.</summary>
    public const int MostFields = 50;

    /// <summary>All errors of single values, when there are several; at most <see cref="MostFields"/>.</summary>
    public ImmutableArray<Error> Fields { get; init; } = [];

    /// <summary>How many errors of single values there are besides <see cref="Fields"/>.</summary>
    public int MoreFields { get; init; }

    /// <summary>The refusal tells something of protected data, as a reading would: it goes on record (PD-4).</summary>
    public bool TellsProtectedData { get; init; }

    public Error With(string name, object? value) => this with { Params = Params.SetItem(name, value) };

    public Error At(string pointer) => this with { Pointer = pointer };

    public Error By(RuleReference rule) => this with { Rule = rule };

    public static Error Malformed(string code) => new(code, ErrorKind.Malformed);

    public static Error Forbidden(string code) => new(code, ErrorKind.Forbidden);

    public static Error NotFound(string code) => new(code, ErrorKind.NotFound);

    public static Error Conflict(string code) => new(code, ErrorKind.Conflict);

    public static Error Unprocessable(string code) => new(code, ErrorKind.Unprocessable);
}
