using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>A question: with options, or with a scale.</summary>
public sealed record FeedbackQuestionBody
{
    public required FeedbackTopic Topic { get; init; }

    public required string Text { get; init; }

    public required FeedbackQuestionKind Kind { get; init; }

    /// <summary>Answers to choose from, 2–15; none for a scale.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Least number of a scale, from 0; absent: not a scale.</summary>
    public int? ScaleFrom { get; init; }

    /// <summary>Largest number of a scale, to 10; absent: not a scale.</summary>
    public int? ScaleTo { get; init; }

    internal FeedbackQuestionDraft ToDraft() =>
        new(Topic, Text, Kind)
        {
            Options = Options,
            ScaleFrom = ScaleFrom,
            ScaleTo = ScaleTo,
        };
}
