using System.Text.Json.Serialization;
using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Percents;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>A questionnaire for learners.</summary>
public sealed record FeedbackQuestionnaireDetails : DetailsModel
{
    public string Title { get; init; } = "";

    /// <summary>Courses that end on this day or later use it, until the next one.</summary>
    public DateOnly ValidFrom { get; init; }

    public IReadOnlyList<FeedbackQuestion> Questions { get; init; } = [];
}

/// <summary>A questionnaire in a list.</summary>
public sealed record FeedbackQuestionnaireListItem
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public int Version { get; init; }
}

/// <summary>The questionnaire in force on a day.</summary>
public sealed record FeedbackQuestionnaireInForce
{
    /// <summary>Null: the standard questionnaire, since the centre had none of its own on the day.</summary>
    public Guid? QuestionnaireId { get; init; }

    public string Title { get; init; } = "";

    public DateOnly On { get; init; }

    public IReadOnlyList<FeedbackQuestion> Questions { get; init; } = [];
}

/// <summary>Feedback of the learners of a course.</summary>
public sealed record CourseFeedbackDetails : DetailsModel
{
    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    /// <summary>Null: the standard questionnaire.</summary>
    public Guid? QuestionnaireId { get; init; }

    public string? QuestionnaireTitle { get; init; }

    /// <summary>Who studied to the end and could answer.</summary>
    public int Learners { get; init; }

    /// <summary>Learners who handed in a sheet.</summary>
    public int Respondents { get; init; }

    /// <summary>
    /// Respondents as a percentage of the learners, to one decimal place; null: there are no learners.
    /// </summary>
    public decimal? ResponsePercent { get; init; }

    /// <summary>True: so few have answered that the answers are not shown, by the norm of today.</summary>
    public bool Withheld { get; init; }

    /// <summary>The norm: the least number of respondents from which the answers are shown.</summary>
    public int LeastRespondents { get; init; }

    /// <summary>The questions with their answers; empty where they are withheld.</summary>
    public IReadOnlyList<FeedbackQuestionResult> Questions { get; init; } = [];
}

/// <summary>Answers to a question of the questionnaire.</summary>
public sealed record FeedbackQuestionResult : IReportLine
{
    /// <summary>Cell of the report in which it stands; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; private set; }

    /// <summary>Published figures beside the computed ones; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatedCell>? StatedFigures { get; private set; }

    void IReportLine.TakeKey(string key) => Key = key;

    void IReportLine.TakeStated(IReadOnlyList<StatedCell>? figures) => StatedFigures = figures;

    public FeedbackTopic Topic { get; init; }

    public string Text { get; init; } = "";

    public FeedbackQuestionKind Kind { get; init; }

    /// <summary>Base (<c>n</c>): how many answered this question; shares are of it.</summary>
    public int Answered { get; init; }

    /// <summary>True: <c>n</c> is below the norm, so the shares say little.</summary>
    public bool SmallGroup { get; init; }

    public IReadOnlyList<FeedbackOptionResult> Options { get; init; } = [];

    internal static FeedbackQuestionResult Of(IReadOnlyList<FeedbackTally> tallies, FeedbackLimits limits)
    {
        var answered = tallies.Sum(tally => tally.Answered);
        var counts = tallies
            .SelectMany(tally => tally.Options)
            .GroupBy(option => option.Text)
            .Select(group => (Text: group.Key, Count: group.Sum(option => option.Count)));
        return new FeedbackQuestionResult
        {
            Topic = tallies[0].Topic,
            Text = tallies[0].Text,
            Kind = tallies[0].Kind,
            Answered = answered,
            SmallGroup = limits.IsSmall(answered),
            Options =
            [
                .. counts.Select(option => new FeedbackOptionResult
                {
                    Text = option.Text,
                    Count = option.Count,
                    Percent = Percent.Of(option.Count, answered),
                }),
            ],
        };
    }
}

/// <summary>An option of an answer.</summary>
public sealed record FeedbackOptionResult : IReportLine
{
    /// <summary>Cell of the report in which it stands; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; private set; }

    /// <summary>Published figures beside the computed ones; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatedCell>? StatedFigures { get; private set; }

    void IReportLine.TakeKey(string key) => Key = key;

    void IReportLine.TakeStated(IReadOnlyList<StatedCell>? figures) => StatedFigures = figures;

    public string Text { get; init; } = "";

    public int Count { get; init; }

    /// <summary>
    /// Percentage of <c>n</c>, to one decimal place; where several options may be chosen, they add up to more than 100.
    /// Null: nobody answered.
    /// </summary>
    public decimal? Percent { get; init; }
}

/// <summary>Feedback of a course in a list.</summary>
public sealed record CourseFeedbackListItem
{
    public Guid Id { get; init; }

    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public int Respondents { get; init; }

    public int Version { get; init; }
}

internal sealed class FeedbackProjections : Profile
{
    public FeedbackProjections()
    {
        CreateProjection<FeedbackQuestionnaire, FeedbackQuestionnaireDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<FeedbackQuestionnaire, FeedbackQuestionnaireListItem>();
        CreateProjection<CourseFeedback, CourseFeedbackListItem>()
            .Beside(model => model.CourseTitle, feedback => feedback.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, feedback => feedback.CourseId, (Course course) => (int?)course.Number);
    }
}
