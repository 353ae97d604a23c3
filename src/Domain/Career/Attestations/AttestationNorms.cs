using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>
/// Norms of attestation (ATT-3 … ATT-23). Every value may be overridden by the centre, with its source.
/// </summary>
/// <remarks>
/// Order 276 stands until 31.08.2023, order 196 from 01.09.2023 (ATT-1). Order 196 itself ends on 31.08.2029; its
/// editions stay open nevertheless: what follows is unknown, and a register that cannot take a decision of September
/// 2029 serves nobody. Editions of order 276 are open to the past, so that old decisions can be entered; decisions
/// before its entry into force are judged by it too.
/// </remarks>
public static class AttestationNorms
{
    /// <summary>
    /// Years for which first and highest are set, by day of decision; none: without end (ATT-15). Seen.
    /// </summary>
    public const string ValidityYears = "attestation.validity-years";

    /// <summary>
    /// Is the same calendar date years later still in force (ATT-15). Left open by the act: the centre's choice.
    /// </summary>
    public const string LastDayInclusive = "attestation.last-day-inclusive";

    /// <summary>Years for which «педагог-методист» and «педагог-наставник» are set (ATT-23). Assumed: none.</summary>
    public const string MethodistValidityYears = "attestation.methodist-validity-years";

    /// <summary>New last day of a category whose own last day lies in the window of the edition (ATT-16).</summary>
    /// <remarks>
    /// The one norm asked for the original last day. Order 193: seen; the window of order 713:
    /// assumed.
    /// </remarks>
    public const string ExtendedTo = "attestation.extended-to";

    /// <summary>Is a last day got by extension extended again by a later act (ATT-16).</summary>
    /// <remarks>
    /// Uncertain. Read as «yes»: 31.12.2020, given by order 193, lies in the window of order 713, and ATT-16 names
    /// 31.12.2021 for the same categories. A centre that reads it otherwise sets <c>false</c>.
    /// </remarks>
    public const string ExtensionChains = "attestation.extension-chains";

    /// <summary>Years between the first category and an application for the highest (ATT-13). Seen.</summary>
    public const string HighestPriorYears = "attestation.highest-prior-years";

    /// <summary>Must the earlier category be of the same post (ATT-13). Seen.</summary>
    public const string HighestPriorSamePosition = "attestation.highest-prior-same-position";

    /// <summary>
    /// Does a first category that has expired count (ATT-13). Order 196: seen; order 276: assumed, no.
    /// </summary>
    public const string HighestPriorExpiredCounts = "attestation.highest-prior-expired-counts";

    /// <summary>Does a highest category held before count, without waiting and even if expired (ATT-13).</summary>
    /// <remarks>
    /// Order 196: seen. Order 276: assumed from its п. 30–31, by which the two years bind only who claims the highest
    /// for that post for the first time. <c>false</c> means: a first category only.
    /// </remarks>
    public const string HighestAfterHighest = "attestation.highest-after-highest";

    /// <summary>Years after a refusal before the same category may be claimed (ATT-18). Assumed.</summary>
    public const string RefusalPauseYears = "attestation.refusal-pause-years";

    /// <summary>
    /// Does a refusal for one post leave the same category of another post open (ATT-18). Assumed: yes.
    /// </summary>
    public const string RefusalPauseSamePosition = "attestation.refusal-pause-same-position";

    /// <summary>
    /// The same pause for «педагог-методист» and «педагог-наставник», whatever the post (ATT-23). Assumed.
    /// </summary>
    public const string MethodistRefusalPauseYears = "attestation.methodist-refusal-pause-years";

    /// <summary>
    /// Must the highest category be valid on the day of application (ATT-22); <c>false</c>: held once suffices.
    /// </summary>
    /// <remarks>
    /// Assumed for expired categories of order 276. Where no edition is in force the two kinds do not
    /// exist.
    /// </remarks>
    public const string MethodistHighestMustBeValid = "attestation.methodist-highest-must-be-valid";

    /// <summary>Years from one conformity to the next (ATT-3). Seen.</summary>
    public const string ConformityYears = "attestation.conformity-years";

    /// <summary>Years in the post at this employer after which the first conformity is due (ATT-3). Assumed.</summary>
    public const string ConformityFirstDueYears = "attestation.conformity-first-due-years";

    /// <summary>Years in the post at this employer below which a person is not subject (ATT-4 b). Assumed.</summary>
    public const string ConformityYearsInPost = "attestation.conformity-years-in-post";

    /// <summary>Does only a category of the same post exempt from conformity in it (ATT-4 a). Assumed: yes.</summary>
    public const string ConformityCategorySamePosition = "attestation.conformity-category-same-position";

    /// <summary>Years after the return from maternity or parental leave (ATT-4 d, e). Assumed.</summary>
    public const string ConformityAfterLeaveYears = "attestation.conformity-after-leave-years";

    /// <summary>Years after the return from a long illness (ATT-4 f). Assumed.</summary>
    public const string ConformityAfterIllnessYears = "attestation.conformity-after-illness-years";

    /// <summary>Months in a row that an illness must exceed to exempt (ATT-4 f). Assumed.</summary>
    public const string LongIllnessMonths = "attestation.long-illness-months";

    /// <summary>Calendar days from the application to the notice of the date (ATT-14). Assumed.</summary>
    public const string ApplicationDays = "attestation.application-days";

    /// <summary>Calendar days from the start of the procedure to the decision (ATT-14). Assumed.</summary>
    public const string ProcedureDays = "attestation.procedure-days";

    /// <summary>
    /// Years from one attestation of a head to the next (ATT-25): the founder's order sets them. Assumed: the model of
    /// the ministry.
    /// </summary>
    public const string HeadConformityYears = "attestation.head-conformity-years";

    private const string HeadModel =
        "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 51 ч. 4; не реже одного раза в пять лет по модели Минпросвещения России, срок устанавливает учредитель";
    private const string Order276 = "Приказ Минобрнауки России от 07.04.2014 № 276";
    private const string Order196 = "Приказ Минпросвещения России от 24.03.2023 № 196";
    private const string CovidFirst = "Приказ Минпросвещения России № 193 (2020 год)";
    private const string CovidSecond = "Приказ Минпросвещения России № 713 (2020 год)";
    private const string Open = "Акт оставляет вопрос открытым: решение центра";

    private static readonly DateOnly Order196From = new(2023, 9, 1);
    private static readonly DateOnly Order276To = new(2023, 8, 31);

    public static readonly ImmutableArray<NormDefinition> All =
    [
        Years(ValidityYears, Split(ValidityYears, "ATT-15", "5", null, NormConfidence.Seen)) with
        {
            MayBeNone = true,
        },
        Flag(LastDayInclusive, Always(LastDayInclusive, "ATT-15", "true", Open, NormConfidence.Local)),
        Years(MethodistValidityYears, Since196(MethodistValidityYears, "ATT-23", null)) with
        {
            MayBeNone = true,
        },
        new(
            ExtendedTo,
            NormValueKind.Day,
            [
                Window("2020-12-31", new DateOnly(2020, 4, 1), new DateOnly(2020, 9, 1), CovidFirst),
                Window("2021-12-31", new DateOnly(2020, 9, 1), new DateOnly(2021, 10, 1), CovidSecond) with
                {
                    Confidence = NormConfidence.Assumed,
                },
            ]
        )
        {
            MayBeNone = true,
        },
        Flag(ExtensionChains, Always(ExtensionChains, "ATT-16", "true", CovidSecond)),
        Years(HighestPriorYears, Split(HighestPriorYears, "ATT-13", "2", "0", NormConfidence.Seen)),
        Flag(HighestPriorSamePosition, Split(HighestPriorSamePosition, "ATT-13", "true", "false", NormConfidence.Seen)),
        Flag(HighestPriorExpiredCounts, Split(HighestPriorExpiredCounts, "ATT-13", "false", "true")),
        Flag(HighestAfterHighest, Split(HighestAfterHighest, "ATT-13", "true", "true")),
        Years(RefusalPauseYears, Split(RefusalPauseYears, "ATT-18", "1", "1", since196: NormConfidence.Assumed)),
        Flag(
            RefusalPauseSamePosition,
            Split(RefusalPauseSamePosition, "ATT-18", "true", "true", since196: NormConfidence.Assumed)
        ),
        Years(MethodistRefusalPauseYears, Since196(MethodistRefusalPauseYears, "ATT-23", "1")),
        Flag(MethodistHighestMustBeValid, Since196(MethodistHighestMustBeValid, "ATT-22", "true")),
        Years(ConformityYears, Split(ConformityYears, "ATT-3", "5", "5", NormConfidence.Seen)),
        Years(ConformityFirstDueYears, Assumed(ConformityFirstDueYears, "ATT-3", "2")),
        Years(ConformityYearsInPost, Assumed(ConformityYearsInPost, "ATT-4", "2")),
        Flag(ConformityCategorySamePosition, Assumed(ConformityCategorySamePosition, "ATT-4", "true")),
        Years(ConformityAfterLeaveYears, Assumed(ConformityAfterLeaveYears, "ATT-4", "2")),
        Years(ConformityAfterIllnessYears, Assumed(ConformityAfterIllnessYears, "ATT-4", "1")),
        Number(LongIllnessMonths, (1, 120), Assumed(LongIllnessMonths, "ATT-4", "4")),
        Number(ApplicationDays, (1, 366), Assumed(ApplicationDays, "ATT-14", "30")),
        Years(HeadConformityYears, Always(HeadConformityYears, "ATT-25", "5", HeadModel)),
        Number(ProcedureDays, (1, 366), Assumed(ProcedureDays, "ATT-14", "60")),
    ];

    /// <summary>A rule that has no value of its own, in the edition of the order in force on the day (ATT-1).</summary>
    public static RuleReference Regulation(string rule, DateOnly on) =>
        on < Order196From ? new RuleReference(rule, Order276) : new RuleReference(rule, Order196, Order196From);

    /// <summary>The rule of reports that puts a person into one bucket; no act stands behind it.</summary>
    public static readonly RuleReference Reporting = new("ATT-26", "Правило учёта: одна строка на работника");

    /// <summary>Heads and candidates are attested by the founder's order, outside the procedure of teachers.</summary>
    public static readonly RuleReference Heads = new(
        "ATT-25",
        "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 49, ст. 51 ч. 4"
    );

    private static NormDefinition Years(string code, ImmutableArray<NormVersion> editions) =>
        Number(code, (0, 50), editions);

    private static NormDefinition Number(string code, (int, int) range, ImmutableArray<NormVersion> editions) =>
        new(code, NormValueKind.WholeNumber, editions) { Range = range };

    private static NormDefinition Flag(string code, ImmutableArray<NormVersion> editions) =>
        new(code, NormValueKind.Flag, editions);

    private static ImmutableArray<NormVersion> Assumed(string code, string rule, string value) =>
        Split(code, rule, value, value, since196: NormConfidence.Assumed);

    /// <summary>An edition of order 276 and one of order 196.</summary>
    private static ImmutableArray<NormVersion> Split(
        string code,
        string rule,
        string? by276,
        string? by196,
        NormConfidence before = NormConfidence.Assumed,
        NormConfidence since196 = NormConfidence.Seen
    ) =>
        [
            new(code, by276, null, Order276To, rule, Order276, before),
            new(code, by196, Order196From, null, rule, Order196, since196),
        ];

    private static ImmutableArray<NormVersion> Since196(string code, string rule, string? value) =>
        [new(code, value, Order196From, null, rule, Order196, NormConfidence.Assumed)];

    private static ImmutableArray<NormVersion> Always(
        string code,
        string rule,
        string value,
        string basis,
        NormConfidence confidence = NormConfidence.Assumed
    ) => [new(code, value, null, null, rule, basis, confidence)];

    private static NormVersion Window(string value, DateOnly from, DateOnly to, string basis) =>
        new(ExtendedTo, value, from, to, "ATT-16", basis);
}
