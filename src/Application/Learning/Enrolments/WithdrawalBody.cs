namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Why a learner leaves a course, and as of which day.</summary>
public sealed record WithdrawalBody
{
    public required string Reason { get; init; }

    /// <summary>Day from which the learner is off the course, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
