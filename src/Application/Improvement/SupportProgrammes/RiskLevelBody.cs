using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A factor and its level.</summary>
public sealed record RiskLevelBody : RiskFactorBody
{
    public required RiskLevel Level { get; init; }

    internal RiskProfileEntry ToEntry() => new(ToReference(), Level);
}
