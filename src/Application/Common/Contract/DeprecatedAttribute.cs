using System.Globalization;

namespace MethodCenter.Application.Common.Contract;

/// <summary>
/// What clients should no longer use: at the handler of an endpoint, or at the member of a request that is a parameter. From
/// this one line follow <c>deprecated</c> and the words in the document, and the headers of the answers.
/// </summary>
/// <remarks>The policy stands at the head of <c>docs/changelog.md</c>; what is marked must be named there.</remarks>
/// <param name="since">The day of the mark, <c>yyyy-MM-dd</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class DeprecatedAttribute(string since) : Attribute
{
    public DateOnly Since { get; } = DateOf(since);

    /// <summary>The last day on which it is sure to work, <c>yyyy-MM-dd</c>; null: it stays as long as v1.</summary>
    public string? Sunset { get; init; }

    /// <summary>What takes its place: the name of a parameter, or the address of an operation; null: nothing.</summary>
    public string? Instead { get; init; }

    public DateOnly? LastDay => Sunset is null ? null : DateOf(Sunset);

    private static DateOnly DateOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
