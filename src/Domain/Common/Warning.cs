using System.Collections.Immutable;

namespace MethodCenter.Domain.Common;

/// <summary>Something accepted but doubtful. Travels with the result; the text stands in resources, by code.</summary>
public sealed record Warning(string Code)
{
    public ImmutableSortedDictionary<string, object?> Params { get; init; } =
        ImmutableSortedDictionary<string, object?>.Empty;

    public RuleReference? Rule { get; init; }

    public Warning With(string name, object? value) => this with { Params = Params.SetItem(name, value) };

    public Warning By(RuleReference rule) => this with { Rule = rule };
}
