namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>Refusals of reviews.</summary>
public static class ProgrammeReviewErrors
{
    public static readonly Error ExpertMissing = Error.Unprocessable("programme-review.expert-missing").At("/expertId");

    public static readonly Error AlreadyGiven = Error.Conflict("programme-review.already-given");

    public static readonly Error NoCriteria = Error.Unprocessable("programme-review.no-criteria").At("/criteria");

    /// <summary>What fails a criterion is not recommended.</summary>
    public static readonly Error VerdictContradicts = Error
        .Unprocessable("programme-review.verdict-contradicts")
        .At("/verdict");

    public static Error OutsideRound(DateOnly from, DateOnly to) =>
        Error.Unprocessable("programme-review.outside-round").With("from", from).With("to", to).At("/reviewedOn");
}
