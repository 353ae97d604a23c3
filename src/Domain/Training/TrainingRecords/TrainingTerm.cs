using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>Norms of how often teachers are trained (DPO-7).</summary>
public static class TrainingNorms
{
    /// <summary>Years within which a teacher has a right to the next training (DPO-7). Assumed.</summary>
    public const string PeriodYears = "training.period-years";

    /// <summary>Months before the day when the employer is reminded. No act names any: the centre's own.</summary>
    public const string WarningMonths = "training.warning-months";

    /// <summary>Months for which training on a topic counts (KEM-38): as often as DPO-7 trains; the centre's own.</summary>
    public const string TopicMonths = "training.topic-months";

    /// <summary>First day from which only public providers and those that the law lists train teachers (DPO-12). Assumed.</summary>
    public const string PublicProvidersFrom = "training.public-providers-from";

    private const string Providers = "Закон об исполнителях ДПО педагогов, в силе с 01.09.2025 (номер не сверен)";
    private const string Law = "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 47 ч. 5 п. 2";
    private const string Open = "Акт оставляет вопрос открытым: решение центра";
    private static readonly DateOnly LawFrom = new(2013, 9, 1);

    public static readonly ImmutableArray<NormDefinition> All =
    [
        new(
            PeriodYears,
            NormValueKind.WholeNumber,
            [new NormVersion(PeriodYears, "3", LawFrom, null, "DPO-7", Law, NormConfidence.Assumed)]
        )
        {
            Range = (1, 20),
        },
        new(
            WarningMonths,
            NormValueKind.WholeNumber,
            [new NormVersion(WarningMonths, "6", null, null, "DPO-7", Open, NormConfidence.Local)]
        )
        {
            Range = (0, 60),
        },
        new(
            TopicMonths,
            NormValueKind.WholeNumber,
            [new NormVersion(TopicMonths, "36", null, null, "DPO-7", Open, NormConfidence.Local)]
        )
        {
            Range = (1, 240),
        },
        new(
            PublicProvidersFrom,
            NormValueKind.Day,
            [
                new NormVersion(
                    PublicProvidersFrom,
                    "2025-09-01",
                    null,
                    null,
                    "DPO-12",
                    Providers,
                    NormConfidence.Assumed
                ),
            ]
        )
        {
            MayBeNone = true,
        },
    ];

    /// <summary>Kinds that count (DPO-7): what the law calls additional professional education.</summary>
    public static IReadOnlyList<ProgrammeKind> Counting { get; } =
    [ProgrammeKind.ProfessionalDevelopment, ProgrammeKind.Retraining];
}

/// <summary>How a person stands with the next training.</summary>
public enum TrainingDueState
{
    /// <summary>Trained; the term is not near.</summary>
    Covered,

    /// <summary>The term is approaching: within the window of the reminder, the last day included.</summary>
    Due,

    /// <summary>The term has passed.</summary>
    Overdue,

    /// <summary>Never trained, as far as the records show.</summary>
    Never,
}

/// <summary>The term of the next training, as the norms of a day set it.</summary>
/// <remarks>
/// Judged by the norms of the day asked about, not of the day of the training: the right is to training at least once
/// in the years that the law names then (DPO-7).
/// </remarks>
public sealed record TrainingTerm(DateOnly AsOf, int Years, int WarningMonths, RuleReference Rule)
{
    /// <summary>The term on a day; null: no norm was in force then.</summary>
    public static TrainingTerm? On(DateOnly asOf, NormSet norms) =>
        norms.Find(TrainingNorms.PeriodYears, asOf) is { Value: not null } period
            ? new TrainingTerm(
                asOf,
                period.AsWholeNumber()!.Value,
                norms.WholeNumber(TrainingNorms.WarningMonths, asOf),
                period.ToRule()
            )
            : null;

    /// <summary>The earliest completion that has not run out on the day: behind it, the person is overdue.</summary>
    public DateOnly InTimeFrom => EarliestDue(AsOf);

    /// <summary>The earliest completion that runs out behind the window.</summary>
    public DateOnly CoveredFrom => EarliestDue(AsOf.AddMonths(WarningMonths).AddDays(1));

    /// <summary>Last day by which the next training should be completed (DPO-7); 29 February gives 28 February.</summary>
    public DateOnly DueOn(DateOnly lastCompletion) => lastCompletion.PlusYears(Years);

    public TrainingDueState StateOf(DateOnly? lastCompletion) =>
        lastCompletion is not { } last ? TrainingDueState.Never
        : last < InTimeFrom ? TrainingDueState.Overdue
        : last < CoveredFrom ? TrainingDueState.Due
        : TrainingDueState.Covered;

    /// <summary>The earliest completion whose training is due on the day or later.</summary>
    /// <remarks>Databases compare with it, so that none has to count years. Nothing before it is due as late.</remarks>
    private DateOnly EarliestDue(DateOnly day)
    {
        var completion = day.PlusYears(-Years);

        // Of 29 February, three years back is 28 February, which is due a day too early.
        return DueOn(completion) < day ? completion.AddDays(1) : completion;
    }
}
