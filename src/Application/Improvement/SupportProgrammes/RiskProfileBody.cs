namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A risk profile as it came from its source.</summary>
public sealed record RiskProfileBody
{
    /// <summary>The official profile, or the school's own diagnosis, which stands beside it (RISK-5).</summary>
    public RiskProfileOrigin Origin { get; init; }

    /// <summary>It replaces the profile of the same origin that another source has given.</summary>
    public bool Replaces { get; init; }

    /// <summary>Where the profile comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Date of the profile, not later than today.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Code of the edition by which the levels were given; that of the cycle by default.</summary>
    public string? Edition { get; init; }

    /// <summary>Every factor of the edition exactly once, in any order.</summary>
    public required IReadOnlyList<RiskLevelBody> Factors { get; init; }
}

/// <summary>Whose risk profile it is.</summary>
public enum RiskProfileOrigin
{
    /// <summary>The official profile («РСП»).</summary>
    Official,

    /// <summary>The school's own diagnosis.</summary>
    Own,
}
