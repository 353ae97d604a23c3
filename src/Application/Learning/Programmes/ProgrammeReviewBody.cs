using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>What an expert says about a programme.</summary>
public sealed record ProgrammeReviewBody
{
    /// <summary>The expert, an employee on file; otherwise give the name.</summary>
    public Guid? ExpertId { get; init; }

    /// <summary>Name of an expert from outside; only where no employee is named.</summary>
    public string? ExpertName { get; init; }

    /// <summary>Day of the review, not before the submission; today by default.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>Each criterion of the centre's expertise with its verdict, at least one.</summary>
    public required IReadOnlyList<ReviewCriterionBody> Criteria { get; init; }

    /// <summary>The overall verdict; not <c>recommended</c> where a criterion is not met.</summary>
    public required ReviewVerdict Verdict { get; init; }

    public string? Comment { get; init; }
}
