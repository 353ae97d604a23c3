using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>What an expert says of a programme.</summary>
public sealed record ProgrammeReviewBody
{
    /// <summary>The expert, an employee on file; or else his name.</summary>
    public Guid? ExpertId { get; init; }

    /// <summary>Name of an expert from outside; only where no employee is named.</summary>
    public string? ExpertName { get; init; }

    /// <summary>Day of the conclusion, since the submission; today where it is not given.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>Each criterion of the centre's expertise with its verdict, at least one.</summary>
    public required IReadOnlyList<ReviewCriterionBody> Criteria { get; init; }

    /// <summary>The verdict on the whole; not «recommended» where a criterion is not met.</summary>
    public required ReviewVerdict Verdict { get; init; }

    public string? Comment { get; init; }
}
