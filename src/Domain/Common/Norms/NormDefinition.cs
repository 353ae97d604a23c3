using System.Collections.Immutable;
using System.Globalization;

namespace MethodCenter.Domain.Common.Norms;

/// <summary>What the value of a norm is.</summary>
public enum NormValueKind
{
    /// <summary>A whole number (years, hours, persons …).</summary>
    WholeNumber,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Day,
}

/// <summary>A norm that the service knows: its code, what its values are, and the editions that ship with the service.</summary>
/// <remarks>A centre may override any edition by a norm of its own, with its source; nothing is a constant in code.</remarks>
public sealed record NormDefinition(string Code, NormValueKind Kind, ImmutableArray<NormVersion> Editions)
{
    public const int CodeMaxLength = 60;
    public const int ValueMaxLength = 40;

    /// <summary>Smallest and largest whole number that makes sense.</summary>
    public (int Least, int Most) Range { get; init; } = (0, 10_000);

    /// <summary>May the norm say «none»?</summary>
    public bool MayBeNone { get; init; }

    public bool Accepts(string? value) =>
        value is null
            ? MayBeNone
            : Kind switch
            {
                NormValueKind.WholeNumber => int.TryParse(
                    value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    && number >= Range.Least
                    && number <= Range.Most,
                NormValueKind.Flag => value is "true" or "false",
                _ => DateOnly.TryParseExact(
                    value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                ),
            };
}
