using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

/// <summary>The cycle of 2022 and the school of the Kemerovo example, for all tests of the area.</summary>
internal static class Support
{
    public static readonly DateOnly CycleStart = new(2021, 12, 1);
    public static readonly DateOnly CycleEnd = new(2022, 12, 31);
    public static readonly DateOnly Assigned = new(2021, 12, 20);
    public static readonly DateOnly Profiled = new(2022, 2, 1);
    public static readonly DateOnly Planned = new(2022, 3, 25);
    public static readonly DateOnly Started = new(2022, 4, 1);
    public static readonly DateOnly Closed = new(2022, 12, 20);

    public static readonly Guid School = Guid.Parse("00000000-0000-7000-8000-000000000010");
    public static readonly Guid Coordinator = Guid.Parse("00000000-0000-7000-8000-000000000020");
    public static readonly Guid Curator = Guid.Parse("00000000-0000-7000-8000-000000000030");
    public static readonly Guid OtherPerson = Guid.Parse("00000000-0000-7000-8000-000000000040");

    public static readonly CuratorStanding Free = new(WorksAtSchool: false, OpenParticipations: 0);

    /// <summary>The table of the published programme: its own spelling, no «ё» in the last line.</summary>
    public static readonly (string Name, RiskLevel Level)[] Kemerovo =
    [
        ("Низкий уровень оснащения школы", RiskLevel.High),
        ("Дефицит педагогических кадров", RiskLevel.High),
        ("Недостаточная предметная и методическая компетентность педагогических работников", RiskLevel.Medium),
        ("Риски низкой адаптивности учебного процесса", RiskLevel.High),
        ("Несформированность внутришкольной системы повышения квалификации", RiskLevel.High),
        ("Высокая доля обучающихся с рисками учебной неуспешности", RiskLevel.Medium),
        ("Высокая доля обучающихся с ОВЗ", RiskLevel.Low),
        ("Низкое качество преодоления языковых и культурных барьеров", RiskLevel.Medium),
        ("Пониженный уровень качества школьной образовательной и воспитательной среды", RiskLevel.High),
        ("Низкий уровень вовлеченности родителей", RiskLevel.Medium),
    ];

    public static readonly int[] HighFactors = [1, 2, 4, 5, 9];

    public static NormSet Norms(params NormVersion[] ofCentre) => new(SupportProgrammeNorms.All, ofCentre);

    public static NormVersion CentreNorm(string code, string? value, DateOnly? from = null) =>
        new(code, value, from, null, "RISK-X", "Приказ центра", NormConfidence.Local);

    public static RiskEdition Edition2022() =>
        RiskEdition.Register(RiskEditionCatalogue.Code2022, RiskEditionCatalogue.Edition2022).Value;

    public static RiskEdition Edition2021() =>
        RiskEdition.Register(RiskEditionCatalogue.Code2021, RiskEditionCatalogue.Edition2021).Value;

    public static SupportProgramme Programme()
    {
        var programme = SupportProgramme.Register(new SupportProgrammeCard("500+", "Проект «500+»"));
        programme.OpenCycle(2022, Edition2022(), CycleStart, CycleEnd).Refused.ShouldBeFalse();
        return programme;
    }

    public static SchoolAssignment Assignment(DateOnly? on = null) =>
        new(2022, School, Coordinator, Curator, on ?? Assigned);

    public static Participation Participation(ParticipationState state = ParticipationState.Assigned)
    {
        var participation = Domain
            .Improvement.SupportProgrammes.Participation.Assign(
                Programme(),
                Assignment(),
                isSchool: true,
                Free,
                Norms()
            )
            .Value;
        if (state >= ParticipationState.Profiled)
        {
            Record(participation, KemerovoEntries()).Refused.ShouldBeFalse();
        }

        if (state >= ParticipationState.Planned)
        {
            ChooseHigh(participation).Refused.ShouldBeFalse();
        }

        if (state >= ParticipationState.InProgress)
        {
            participation.Start(Started).Refused.ShouldBeFalse();
        }

        if (state >= ParticipationState.Closed)
        {
            participation.Close(ParticipationOutcome.ExitedLowResults, Closed, null).Refused.ShouldBeFalse();
        }

        participation.State.ShouldBe(state);
        participation.ClearEvents();
        return participation;
    }

    public static List<RiskProfileEntry> KemerovoEntries() =>
        [.. Kemerovo.Select(line => new RiskProfileEntry(new RiskFactorReference(line.Name), line.Level))];

    public static Result<Nothing> Record(Participation participation, IReadOnlyList<RiskProfileEntry> entries) =>
        participation.RecordRiskProfile(Edition2022(), entries, "ФИОКО, РСП", Profiled);

    public static Result<Nothing> ChooseHigh(Participation participation) =>
        participation.ChoosePriorityRisks(Numbers(HighFactors), [], Planned, Norms());

    public static RiskDecision Number(int number, string? reason = null) =>
        new(new RiskFactorReference(null, number), reason);

    public static List<RiskDecision> Numbers(params int[] numbers) => [.. numbers.Select(number => Number(number))];

    /// <summary>Asserts a refusal, its place and the very set of its parameters.</summary>
    public static Error ShouldRefuse<T>(
        this Result<T> result,
        string code,
        ErrorKind kind,
        string? pointer,
        params (string Name, object? Value)[] parameters
    )
    {
        result.Refused.ShouldBeTrue();
        result.Error!.ShouldBeThis(code, kind, pointer, parameters);
        return result.Error;
    }

    public static void ShouldBeThis(
        this Error error,
        string code,
        ErrorKind kind,
        string? pointer,
        params (string Name, object? Value)[] parameters
    )
    {
        (error.Code, error.Kind, error.Pointer).ShouldBe((code, kind, pointer));
        error
            .Params.Select(pair => (pair.Key, Listed(pair.Value)))
            .ShouldBe(
                parameters.OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => (pair.Name, pair.Value))
            );
    }

    /// <summary>A list of values as one text: arrays have no equality of their own.</summary>
    private static object? Listed(object? value) =>
        value is Array values ? string.Join(", ", values.Cast<object>()) : value;
}
