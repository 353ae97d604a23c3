using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Who pays for one learner of a course.</summary>
public sealed record EnrolmentFundingBody
{
    /// <summary>Null: whoever pays for the course.</summary>
    public FundingModel? Funding { get; init; }
}
