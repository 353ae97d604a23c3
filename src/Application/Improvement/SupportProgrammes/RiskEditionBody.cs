using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>What is written in an edition of the risk dictionary.</summary>
public record RiskEditionBody
{
    /// <summary>First day on which the edition is used.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Where the list comes from: act, letter, published programme.</summary>
    public required string Source { get; init; }

    /// <summary>How far the list can be trusted.</summary>
    public required NormConfidence Confidence { get; init; }

    /// <summary>Names of the factors; they are numbered in this order, from 1.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    internal RiskEditionTerms ToTerms() => new(ValidFrom, Source, Confidence, Factors);
}
