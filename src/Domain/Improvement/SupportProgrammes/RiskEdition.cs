using System.Globalization;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>An edition of the risk dictionary: the factors that a profile must rate (RISK-1 … RISK-4).</summary>
/// <remarks>
/// Editable by the centre, because not every list could be checked against its source (<see cref="Confidence"/>). A
/// recorded profile keeps the names under which it was recorded, so a later revision never rewrites it.
/// </remarks>
public sealed class RiskEdition : AggregateRoot
{
    public const int CodeMaxLength = 20;
    public const int SourceMaxLength = 300;
    public const int MostFactors = 50;

    private readonly List<RiskFactor> _factors = [];

    private RiskEdition() { }

    /// <summary>Name of the edition, by its year: «2022»; unique within the centre.</summary>
    public string Code { get; private init; } = null!;

    /// <summary>First day on which the edition is used.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Where the list comes from.</summary>
    public string Source { get; private set; } = null!;

    /// <summary>How far the list can be trusted.</summary>
    public NormConfidence Confidence { get; private set; }

    public IReadOnlyList<RiskFactor> Factors => _factors;

    public static Result<RiskEdition> Register(string code, RiskEditionTerms terms)
    {
        var edition = new RiskEdition { Code = code };
        return edition.Revise(terms).Map(_ => edition);
    }

    /// <summary>An edition that is named by a year is made for that year; of others nothing is known.</summary>
    public bool IsOfOtherYear(int year) =>
        int.TryParse(Code, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own != year;

    /// <summary>Replaces source and list; the factors are numbered in the order given, from 1.</summary>
    public Result<Nothing> Revise(RiskEditionTerms terms)
    {
        if (terms.FactorNames.Count == 0)
        {
            return SupportProgrammeErrors.EditionWithoutFactors;
        }

        var repeated = RepeatedNames(terms.FactorNames);
        if (repeated.Count > 0)
        {
            return repeated.Count == 1 ? repeated[0] : SupportProgrammeErrors.EditionRefused(repeated);
        }

        (ValidFrom, Source, Confidence) = (terms.ValidFrom, terms.Source, terms.Confidence);
        _factors.RemoveAll(factor => factor.Number > terms.FactorNames.Count);
        for (var number = 1; number <= terms.FactorNames.Count; number++)
        {
            var name = terms.FactorNames[number - 1];
            if (_factors.Find(factor => factor.Number == number) is { } known)
            {
                known.Rename(name);
            }
            else
            {
                _factors.Add(new RiskFactor(Id, number, name));
            }
        }

        return Nothing.Done;
    }

    /// <summary>The factor that a source means: by its name; only without a name, by its number.</summary>
    /// <remarks>
    /// A published table splits item 6 and repeats number 8 (RISK-4): numbers do not identify a factor.
    /// </remarks>
    public RiskFactor? Match(RiskFactorReference reference)
    {
        var key = SearchText.Normalize(reference.Name);
        return _factors.Find(factor => key.Length > 0 ? factor.NameKey == key : factor.Number == reference.Number);
    }

    private static List<Error> RepeatedNames(IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<Error> errors = [];
        for (var index = 0; index < names.Count; index++)
        {
            if (!seen.Add(SearchText.Normalize(names[index])))
            {
                errors.Add(SupportProgrammeErrors.FactorNameRepeated(index, names[index]));
            }
        }

        return errors;
    }
}

/// <summary>What is written in an edition of the risk dictionary.</summary>
/// <param name="FactorNames">Names of the factors, in the order of their numbers.</param>
public sealed record RiskEditionTerms(
    DateOnly ValidFrom,
    string Source,
    NormConfidence Confidence,
    IReadOnlyList<string> FactorNames
);

/// <summary>Фактор риска: one line of the risk dictionary.</summary>
public sealed class RiskFactor : Entity, IPartOf<RiskEdition>
{
    public const int NameMaxLength = 300;

    private RiskFactor() { }

    internal RiskFactor(Guid riskEditionId, int number, string name)
    {
        (RiskEditionId, Number) = (riskEditionId, number);
        Rename(name);
    }

    public Guid RiskEditionId { get; private init; }

    /// <summary>Number in this edition, from 1; another edition may give it to another factor.</summary>
    public int Number { get; private init; }

    public string Name { get; private set; } = null!;

    /// <summary>Normal form of the name, by which profiles are matched (RISK-4).</summary>
    public string NameKey { get; private set; } = null!;

    Guid IPart.RootId => RiskEditionId;

    internal void Rename(string name) => (Name, NameKey) = (name, SearchText.Normalize(name));
}

/// <summary>A factor as a source calls it: by name, by number, or both, of which the name decides (RISK-4).</summary>
public sealed record RiskFactorReference(string? Name, int? Number = null)
{
    /// <summary>Nothing to match by.</summary>
    public bool IsEmpty => SearchText.Normalize(Name).Length == 0 && Number is null;

    public override string ToString() =>
        SearchText.Normalize(Name).Length > 0
            ? Name!.Trim()
            : Number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
