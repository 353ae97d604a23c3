using System.Globalization;

namespace MethodCenter.Domain.Learning.Feedback;

/// <summary>How a question is answered.</summary>
public enum FeedbackQuestionKind
{
    /// <summary>Single choice.</summary>
    SingleChoice,

    /// <summary>Several choices: shares add up to more than 100 %.</summary>
    SeveralChoices,

    /// <summary>Scale: whole numbers from the least to the greatest.</summary>
    Scale,
}

/// <summary>What a question is about; the tables that a centre publishes follow from it (POL-63).</summary>
public enum FeedbackTopic
{
    /// <summary>Satisfaction: whether expectations were met.</summary>
    Satisfaction,

    /// <summary>Forms and methods of teaching.</summary>
    FormsAndMethods,

    /// <summary>Use in practice.</summary>
    UseInPractice,

    /// <summary>Growth of professional competence.</summary>
    CompetenceGrowth,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>A question as the centre words it.</summary>
public sealed record FeedbackQuestionDraft(FeedbackTopic Topic, string Text, FeedbackQuestionKind Kind)
{
    /// <summary>Answers to choose from; of a scale: none.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Least number of a scale.</summary>
    public int? ScaleFrom { get; init; }

    /// <summary>Largest number of a scale.</summary>
    public int? ScaleTo { get; init; }
}

/// <summary>A question of a questionnaire.</summary>
/// <param name="Number">Place in the questionnaire, from 1.</param>
/// <param name="Options">What may be answered, in order; of a scale its numbers.</param>
public sealed record FeedbackQuestion(
    int Number,
    FeedbackTopic Topic,
    string Text,
    FeedbackQuestionKind Kind,
    IReadOnlyList<string> Options
)
{
    public const int TextMaxLength = 300;
    public const int OptionMaxLength = 200;
    public const int LeastOptions = 2;
    public const int MostOptions = 15;
    public const int MostScale = 10;

    internal static Result<FeedbackQuestion> Make(int number, FeedbackQuestionDraft draft)
    {
        var pointer = $"/questions/{number - 1}";
        var text = draft.Text.Trim();
        if (draft.Kind == FeedbackQuestionKind.Scale)
        {
            if (draft.Options.Count > 0)
            {
                return FeedbackErrors.ScaleHasOptions.At($"{pointer}/options");
            }

            return draft is { ScaleFrom: { } from, ScaleTo: { } to } && from < to && from >= 0 && to <= MostScale
                ? new FeedbackQuestion(number, draft.Topic, text, draft.Kind, Numbers(from, to))
                : FeedbackErrors.WrongScale(MostScale).At($"{pointer}/scaleTo");
        }

        if (draft.ScaleFrom is not null || draft.ScaleTo is not null)
        {
            return FeedbackErrors.ChoiceHasScale.At($"{pointer}/scaleFrom");
        }

        var options = draft.Options.Select(option => option.Trim()).ToArray();
        if (options.Length is < LeastOptions or > MostOptions)
        {
            return FeedbackErrors.WrongOptions(LeastOptions, MostOptions).At($"{pointer}/options");
        }

        return options.DistinctBy(SearchText.Normalize).Count() < options.Length
            ? FeedbackErrors.OptionTwice.At($"{pointer}/options")
            : new FeedbackQuestion(number, draft.Topic, text, draft.Kind, options);
    }

    private static string[] Numbers(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(one => one.ToString(CultureInfo.InvariantCulture))];
}
