namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Reads an imported profile against its edition: every factor once, matched by name (RISK-4).</summary>
internal static class RiskProfileReading
{
    public const string List = "factors";

    /// <summary>The levels in the order of the edition, or every error of the profile at once.</summary>
    public static Result<IReadOnlyList<(RiskFactor Factor, RiskLevel Level)>> Read(
        RiskEdition edition,
        IReadOnlyList<RiskProfileEntry> entries
    )
    {
        var levels = new Dictionary<RiskFactor, RiskLevel>();
        List<Error> errors = [];
        for (var index = 0; index < entries.Count; index++)
        {
            var (reference, level) = entries[index];
            if (reference.IsEmpty)
            {
                errors.Add(ParticipationErrors.FactorNotNamed(List, index));
            }
            else if (edition.Match(reference) is not { } factor)
            {
                errors.Add(ParticipationErrors.FactorUnknown(List, index, reference, edition.Code));
            }
            else if (!levels.TryAdd(factor, level))
            {
                errors.Add(ParticipationErrors.FactorRepeated(List, index, factor.Name));
            }
        }

        var missing = edition.Factors.Where(factor => !levels.ContainsKey(factor)).OrderBy(factor => factor.Number);
        var missingNames = missing.Select(factor => factor.Name).ToList();
        if (missingNames.Count > 0)
        {
            errors.Add(ParticipationErrors.FactorsMissing(missingNames));
        }

        return errors.Count > 0
            ? ParticipationErrors.Combine(errors)
            : Result<IReadOnlyList<(RiskFactor Factor, RiskLevel Level)>>.Accept([
                .. levels.OrderBy(line => line.Key.Number).Select(line => (line.Key, line.Value)),
            ]);
    }
}
