using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A factor chosen or left out, with the reason where one is given.</summary>
public sealed record RiskDecisionBody : RiskFactorBody
{
    public string? Reason { get; init; }

    internal RiskDecision ToDecision() => new(ToReference(), Reason);
}
