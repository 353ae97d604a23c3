namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A risk profile as it came from its source.</summary>
public sealed record RiskProfileBody
{
    /// <summary>Where the profile comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Date of the profile, not later than today.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Code of the edition by which the levels were given; that of the cycle by default.</summary>
    public string? Edition { get; init; }

    /// <summary>Every factor of the edition exactly once, in any order.</summary>
    public required IReadOnlyList<RiskLevelBody> Factors { get; init; }
}
