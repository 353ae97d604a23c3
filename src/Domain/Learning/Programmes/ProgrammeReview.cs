namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>The overall verdict of an expert.</summary>
public enum ReviewVerdict
{
    /// <summary>Recommended for approval.</summary>
    Recommended,

    /// <summary>Needs revision.</summary>
    Revision,

    /// <summary>Not recommended.</summary>
    Rejected,
}

/// <summary>Whether a criterion is met.</summary>
public enum CriterionVerdict
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Partly met.</summary>
    PartlyMet,

    /// <summary>Not met.</summary>
    NotMet,
}

/// <summary>A criterion of the expertise.</summary>
/// <param name="Title">What is judged: «актуальность», «учебный план».</param>
/// <param name="Verdict">How far it is met.</param>
/// <param name="Comment">Why; free text, so it may name people.</param>
public sealed record ReviewCriterion(string Title, CriterionVerdict Verdict, string? Comment);

/// <summary>Экспертное заключение о программе.</summary>
public sealed class ProgrammeReview : Entity, IPartOf<Programme>
{
    public const int ExpertNameMaxLength = 200;
    public const int MostCriteria = 30;
    public const int CriterionTitleMaxLength = 200;
    public const int CommentMaxLength = 1000;

    private ProgrammeReview() { }

    internal ProgrammeReview(Guid programmeId, int round, ReviewEntry entry)
    {
        (ProgrammeId, Round, ReviewedOn) = (programmeId, round, entry.ReviewedOn);
        (ExpertId, ExpertName) = (entry.ExpertId, entry.ExpertName);
        ExpertKey = entry.ExpertId is { } id ? id.ToString() : SearchText.Normalize(entry.ExpertName!);
        (Criteria, Verdict, Comment) = ([.. entry.Criteria], entry.Verdict, entry.Comment);
    }

    /// <summary>One expert answers for a review: an employee on file, or somebody named.</summary>
    public static Result<Nothing> CheckExpert(Guid? id, string? name) =>
        id is null == string.IsNullOrWhiteSpace(name) ? ProgrammeReviewErrors.ExpertMissing : Nothing.Done;

    public Guid ProgrammeId { get; private init; }

    /// <summary>The submission that it answers, from 1.</summary>
    public int Round { get; private init; }

    /// <summary>The expert, if an employee on file.</summary>
    public Guid? ExpertId { get; private init; }

    /// <summary>The expert, where he is not on file.</summary>
    [PersonalData]
    public string? ExpertName { get; private init; }

    /// <summary>Whose it is, in one form: an expert judges once in a round.</summary>
    [PersonalData]
    public string ExpertKey { get; private init; } = null!;

    public DateOnly ReviewedOn { get; private init; }

    [PersonalData]
    public IReadOnlyList<ReviewCriterion> Criteria { get; private init; } = [];

    public ReviewVerdict Verdict { get; private init; }

    [PersonalData]
    public string? Comment { get; private init; }

    public Guid RootId => ProgrammeId;
}

/// <summary>What an expert says.</summary>
/// <param name="ExpertId">An employee on file, or else the name.</param>
/// <param name="ExpertName">Name of an expert from outside.</param>
/// <param name="ReviewedOn">Day of the conclusion.</param>
/// <param name="Criteria">Each criterion with its verdict.</param>
/// <param name="Verdict">The verdict on the whole.</param>
/// <param name="Comment">What is to be said of the whole.</param>
public sealed record ReviewEntry(
    Guid? ExpertId,
    string? ExpertName,
    DateOnly ReviewedOn,
    IReadOnlyList<ReviewCriterion> Criteria,
    ReviewVerdict Verdict,
    string? Comment
);
