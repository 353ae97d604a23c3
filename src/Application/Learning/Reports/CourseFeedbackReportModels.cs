using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Feedback;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Report on the feedback of learners: programme × question × answer (POL-63, POL-T04).</summary>
public sealed record CourseFeedbackReport : StatedReport
{
    public AcademicYear AcademicYear { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The norm: the least number of respondents from which answers are shown.</summary>
    [NotPersons]
    public int LeastRespondents { get; init; }

    /// <summary>The norm: the number of answers below which a question is marked.</summary>
    [NotPersons]
    public int SmallGroup { get; init; }

    /// <summary>Every programme that had a course in the year, by title.</summary>
    public IReadOnlyList<CourseFeedbackReportProgramme> Programmes { get; init; } = [];

    public CourseFeedbackReportCounts Total { get; init; } = new();

    /// <summary>The same questions over all programmes, from the answers that are shown.</summary>
    public IReadOnlyList<FeedbackQuestionResult> Questions { get; init; } = [];
}

/// <summary>The share of those who answered.</summary>
public record CourseFeedbackReportCounts : ReportLine
{
    /// <summary>Courses that have ended.</summary>
    [NotPersons]
    public int Courses { get; init; }

    /// <summary>Of these, those with feedback on record.</summary>
    [NotPersons]
    public int CoursesAnswered { get; init; }

    /// <summary>Who studied to the end: the base of the response.</summary>
    public int Learners { get; init; }

    public int Respondents { get; init; }

    /// <summary>
    /// Respondents as a percentage of the learners, to one decimal place; null: there are no learners.
    /// </summary>
    public decimal? ResponsePercent { get; init; }

    /// <summary>Respondents whose answers are not shown, since they could identify persons.</summary>
    public int RespondentsWithheld { get; init; }
}

/// <summary>Answers of the learners of a programme.</summary>
public sealed record CourseFeedbackReportProgramme : CourseFeedbackReportCounts
{
    public Guid ProgrammeId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Empty: nobody has answered, or too few for the answers to be shown.</summary>
    public IReadOnlyList<FeedbackQuestionResult> Questions { get; init; } = [];
}
