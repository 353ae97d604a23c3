namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Why a learner leaves a course, and as of which day.</summary>
public sealed record WithdrawalBody
{
    public required string Reason { get; init; }

    /// <summary>Last day of the learner on the course, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
