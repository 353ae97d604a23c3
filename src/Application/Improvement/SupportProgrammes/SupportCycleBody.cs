namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A year of a support programme.</summary>
public sealed record SupportCycleBody
{
    /// <summary>The calendar year by which people name the cycle.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the edition of the risk dictionary that holds in the cycle.</summary>
    public required string Edition { get; init; }

    /// <summary>First day; the appointments of December belong to the cycle (RISK-10).</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly EndsOn { get; init; }
}
