using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A factor as a source calls it: by name, by number, or both, of which the name decides (RISK-4).</summary>
public record RiskFactorBody
{
    /// <summary>
    /// Name of the factor; neither case nor spaces nor the Russian letters «ё» and «е» are distinguished.
    /// </summary>
    public string? Factor { get; init; }

    /// <summary>Number of the factor in the edition; counts only where no name is given.</summary>
    public int? Number { get; init; }

    internal RiskFactorReference ToReference() => new(Factor, Number);
}
