using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Territory.Norms;

/// <summary>A norm that a centre has set for itself, with its source: goes before the edition that ships with the service.</summary>
public sealed class CentreNorm : AggregateRoot
{
    private CentreNorm() { }

    public string Code { get; private init; } = null!;

    public string? Value { get; private set; }

    public DateOnly ValidFrom { get; private init; }

    public DateOnly? ValidTo { get; private set; }

    public string Rule { get; private init; } = null!;

    /// <summary>The act or decision by which the centre set it.</summary>
    public string Basis { get; private set; } = null!;

    public static Result<CentreNorm> Set(NormDefinition definition, NormTerms terms)
    {
        var norm = new CentreNorm
        {
            Code = definition.Code,
            Rule = definition.Editions[0].Rule,
            ValidFrom = terms.ValidFrom,
        };
        return norm.Change(definition, terms).Map(_ => norm);
    }

    public Result<Nothing> Change(NormDefinition definition, NormTerms terms)
    {
        if (!definition.Accepts(terms.Value))
        {
            return NormErrors.WrongValue(definition);
        }

        if (terms.ValidTo < ValidFrom)
        {
            return NormErrors.EndsBeforeStart;
        }

        (Value, ValidTo, Basis) = (terms.Value, terms.ValidTo, terms.Basis);
        return Nothing.Done;
    }

    public NormVersion ToVersion() => new(Code, Value, ValidFrom, ValidTo, Rule, Basis, NormConfidence.Local);
}

/// <summary>What a centre sets.</summary>
public sealed record NormTerms(string? Value, DateOnly ValidFrom, DateOnly? ValidTo, string Basis);
