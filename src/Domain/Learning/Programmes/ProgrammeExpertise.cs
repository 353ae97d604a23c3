using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Programmes;

/// <content>The internal expertise: draft → under review → (revision → under review) → approved by act
/// (KRS-27).</content>
public sealed partial class Programme
{
    public const int ActNumberMaxLength = 40;

    /// <summary>
    /// Number of the act that approved the current edition; null: not yet, or registered without one.
    /// </summary>
    public string? ApprovalNumber { get; private set; }

    /// <summary>How often it was submitted to the expertise; reviews belong to one of these rounds.</summary>
    public int ReviewRound { get; private set; }

    /// <summary>Day of the last submission; null: never submitted.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>Reviews of all rounds; every step of the expertise needs them loaded.</summary>
    public IReadOnlyList<ProgrammeReview> Reviews => _reviews;

    /// <summary>Submits a draft, or what was revised, to the experts: a new round.</summary>
    public Result<Nothing> SubmitForReview(DateOnly today)
    {
        if (Status is not (ProgrammeStatus.Draft or ProgrammeStatus.Revision))
        {
            return ProgrammeErrors.WrongStatus(Status);
        }

        (Status, ReviewRound, SubmittedOn) = (ProgrammeStatus.UnderReview, ReviewRound + 1, today);
        return Nothing.Done;
    }

    /// <summary>Enters the opinion of an expert in the current round, once for each expert.</summary>
    public Result<ProgrammeReview> AddReview(ReviewEntry entry, DateOnly today)
    {
        if (Status != ProgrammeStatus.UnderReview)
        {
            return ProgrammeErrors.WrongStatus(Status);
        }

        if (entry.ReviewedOn > today || entry.ReviewedOn < SubmittedOn)
        {
            return ProgrammeReviewErrors.OutsideRound(SubmittedOn!.Value, today);
        }

        if (entry.Criteria.Count == 0)
        {
            return ProgrammeReviewErrors.NoCriteria;
        }

        if (
            entry.Verdict == ReviewVerdict.Recommended
            && entry.Criteria.Any(one => one.Verdict == CriterionVerdict.NotMet)
        )
        {
            return ProgrammeReviewErrors.VerdictContradicts;
        }

        var review = new ProgrammeReview(Id, ReviewRound, entry);
        if (_reviews.Any(one => one.Round == ReviewRound && one.ExpertKey == review.ExpertKey))
        {
            return ProgrammeReviewErrors.AlreadyGiven;
        }

        _reviews.Add(review);
        return review;
    }

    /// <summary>Returns it for revision: somebody has found something to revise, or nobody has read it yet.</summary>
    public Result<Nothing> ReturnForRevision()
    {
        if (Status != ProgrammeStatus.UnderReview)
        {
            return ProgrammeErrors.WrongStatus(Status);
        }

        var reviews = OfRound().ToList();
        if (reviews.Count > 0 && reviews.TrueForAll(review => review.Verdict == ReviewVerdict.Recommended))
        {
            return ProgrammeErrors.NothingToReturn;
        }

        Status = ProgrammeStatus.Revision;
        return Nothing.Done;
    }

    /// <summary>Approves it by an act: the day of the act picks the norm of hours (DPO-1).</summary>
    public Result<Nothing> Approve(string actNumber, DateOnly actDate, NormSet norms, DateOnly today)
    {
        if (Status != ProgrammeStatus.UnderReview)
        {
            return ProgrammeErrors.WrongStatus(Status);
        }

        if (actDate > today)
        {
            return ProgrammeErrors.ActInFuture;
        }

        var reviews = OfRound().ToList();
        if (reviews.Count == 0)
        {
            return ProgrammeErrors.NotReviewed;
        }

        var against = reviews.Count(review => review.Verdict != ReviewVerdict.Recommended);
        if (against > 0)
        {
            return ProgrammeErrors.NotRecommended(against);
        }

        var reviewed = reviews.Max(review => review.ReviewedOn);
        if (actDate < reviewed)
        {
            return ProgrammeErrors.ActBeforeReview(reviewed);
        }

        if (ProgrammeNorms.LeastHours(Kind, actDate, norms) is { } least && Hours < least.Hours)
        {
            return ProgrammeErrors.TooFewHours(Hours, least.Hours, least.Rule);
        }

        (Status, ApprovedOn, ApprovalNumber) = (ProgrammeStatus.Active, actDate, actNumber);
        return Nothing.Done;
    }

    private IEnumerable<ProgrammeReview> OfRound() => _reviews.Where(review => review.Round == ReviewRound);
}
