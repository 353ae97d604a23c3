namespace MethodCenter.Application.Learning.Feedback;

/// <summary>Counts of a question.</summary>
public sealed record FeedbackAnswerBody
{
    /// <summary>Number of the question in the questionnaire, from 1.</summary>
    public required int Question { get; init; }

    /// <summary>How many answered it.</summary>
    public required int Answered { get; init; }

    /// <summary>One for each option, in its order.</summary>
    public required IReadOnlyList<int> Counts { get; init; }
}
