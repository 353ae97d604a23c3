using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>What was counted on the sheets of a course.</summary>
public sealed record CourseFeedbackBody
{
    /// <summary>Sheets handed in, at most one by each learner.</summary>
    public required int Respondents { get; init; }

    /// <summary>One for each question; a question left out was answered by nobody.</summary>
    public required IReadOnlyList<FeedbackAnswerBody> Answers { get; init; }

    internal FeedbackSheet ToSheet() =>
        new(Respondents, [.. Answers.Select(one => new FeedbackAnswerCounts(one.Question, one.Answered, one.Counts))]);
}
