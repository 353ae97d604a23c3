using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>A criterion with its verdict.</summary>
public sealed record ReviewCriterionBody
{
    public required string Title { get; init; }

    public required CriterionVerdict Verdict { get; init; }

    public string? Comment { get; init; }
}
