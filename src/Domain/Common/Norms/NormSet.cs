using System.Globalization;

namespace MethodCenter.Domain.Common.Norms;

/// <summary>The norms that bind one centre. Always asked for the day of the event, not for today (GEN-1).</summary>
/// <remarks>A norm of the centre in force on the day goes before the edition that ships with the service.</remarks>
public sealed class NormSet
{
    private readonly ILookup<string, NormVersion> _ofCentre;
    private readonly ILookup<string, NormVersion> _shipped;

    public NormSet(IEnumerable<NormDefinition> shipped, IEnumerable<NormVersion> ofCentre)
    {
        _shipped = shipped
            .SelectMany(definition => definition.Editions)
            .ToLookup(norm => norm.Code, StringComparer.Ordinal);
        _ofCentre = ofCentre.ToLookup(norm => norm.Code, StringComparer.Ordinal);
    }

    private NormSet(ILookup<string, NormVersion> shipped, IEnumerable<NormVersion> ofCentre)
    {
        _shipped = shipped;
        _ofCentre = ofCentre.ToLookup(norm => norm.Code, StringComparer.Ordinal);
    }

    /// <summary>The same shipped norms with those of a centre before them.</summary>
    public NormSet With(IEnumerable<NormVersion> ofCentre) => new(_shipped, ofCentre);

    /// <summary>The edition in force on the day, or null where none is.</summary>
    public NormVersion? Find(string code, DateOnly on) => InForce(_ofCentre[code], on) ?? InForce(_shipped[code], on);

    /// <summary>The edition in force on the day; a code without one is a bug of the catalogue.</summary>
    public NormVersion Get(string code, DateOnly on) =>
        Find(code, on) ?? throw new InvalidOperationException($"No norm {code} is in force on {on:yyyy-MM-dd}.");

    public int WholeNumber(string code, DateOnly on) => int.Parse(Get(code, on).Value!, CultureInfo.InvariantCulture);

    public bool Flag(string code, DateOnly on) => Get(code, on).Value == "true";

    private static NormVersion? InForce(IEnumerable<NormVersion> norms, DateOnly on) =>
        norms.Where(norm => norm.InForce(on)).MaxBy(norm => norm.ValidFrom ?? DateOnly.MinValue);
}

/// <summary>Reads of a single norm's value.</summary>
public static class NormValues
{
    public static int? AsWholeNumber(this NormVersion norm) =>
        norm.Value is null ? null : int.Parse(norm.Value, CultureInfo.InvariantCulture);

    public static DateOnly? AsDay(this NormVersion norm) =>
        norm.Value is null ? null : DateOnly.ParseExact(norm.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
