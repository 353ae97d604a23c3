using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Feedback;

/// <summary>From how many answers on a table is shown: no act says so, it is the centre's decision.</summary>
public static class FeedbackNorms
{
    /// <summary>Fewer respondents than this, and the table of a course is withheld.</summary>
    public const string LeastRespondents = "feedback.least-respondents";

    /// <summary>Fewer answers than this, and the shares are marked as those of a small group.</summary>
    public const string SmallGroup = "feedback.small-group";

    private const string Basis = "Решение центра: анонимность анкетирования слушателей";

    public static readonly ImmutableArray<NormDefinition> All = [Norm(LeastRespondents, "3"), Norm(SmallGroup, "5")];

    private static NormDefinition Norm(string code, string value) =>
        new(
            code,
            NormValueKind.WholeNumber,
            [new NormVersion(code, value, null, null, "POL-63", Basis, NormConfidence.Local)]
        )
        {
            Range = (1, 100),
        };
}

/// <summary>The limits of a day.</summary>
public sealed record FeedbackLimits(int LeastRespondents, int SmallGroup)
{
    public static FeedbackLimits On(DateOnly day, NormSet norms) =>
        new(norms.WholeNumber(FeedbackNorms.LeastRespondents, day), norms.WholeNumber(FeedbackNorms.SmallGroup, day));

    /// <summary>So few have answered that a table would tell of persons.</summary>
    public bool Withholds(int respondents) => respondents < LeastRespondents;

    /// <summary>Shares of so few are counts in disguise.</summary>
    public bool IsSmall(int answered) => answered < SmallGroup;

    /// <summary>Which tables may be added up: those shown, and the withheld ones only where they hide each other.</summary>
    /// <remarks>A sum from which all shown tables can be subtracted must not leave fewer than the limit.</remarks>
    public IReadOnlyList<CourseFeedback> Summable(IReadOnlyList<CourseFeedback> feedback)
    {
        var withheld = feedback.Where(one => Withholds(one.Respondents)).ToList();
        return withheld.Count == 0 || !Withholds(withheld.Sum(one => one.Respondents))
            ? feedback
            : [.. feedback.Except(withheld)];
    }
}
