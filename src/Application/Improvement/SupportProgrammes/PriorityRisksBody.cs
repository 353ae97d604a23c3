namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>The risks that a school works against.</summary>
public sealed record PriorityRisksBody
{
    /// <summary>The chosen factors; one rated low needs a reason.</summary>
    public required IReadOnlyList<RiskDecisionBody> Choices { get; init; }

    /// <summary>Factors left out; each one rated high must stand here with a reason.</summary>
    public IReadOnlyList<RiskDecisionBody> LeftOut { get; init; } = [];

    /// <summary>Day of the choice, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
