using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>The editions of the risk dictionary that fill a new centre (RISK-2, RISK-3).</summary>
public static class RiskEditionCatalogue
{
    public const string Code2021 = "2021";
    public const string Code2022 = "2022";

    // Seven factors are common to both editions; written once, so that the editions cannot drift apart.
    private const string Equipment = "Низкий уровень оснащения школы";
    private const string Staff = "Дефицит педагогических кадров";
    private const string Competence =
        "Недостаточная предметная и методическая компетентность педагогических работников";
    private const string Failure = "Высокая доля обучающихся с рисками учебной неуспешности";
    private const string Disability = "Высокая доля обучающихся с ОВЗ";
    private const string Language = "Низкое качество преодоления языковых и культурных барьеров";
    private const string Parents = "Низкий уровень вовлечённости родителей";

    /// <summary>Edition of the cycle of 2021; from memory, so a centre should check it (RISK-3).</summary>
    public static RiskEditionTerms Edition2021 { get; } =
        new(
            new DateOnly(2021, 1, 1),
            "Перечень цикла 2021 года по памяти специалистов; с официальным текстом не сверен",
            NormConfidence.Assumed,
            [
                Equipment,
                Staff,
                Competence,
                "Низкая учебная мотивация обучающихся",
                "Пониженный уровень школьного благополучия",
                Failure,
                Disability,
                Language,
                "Низкий уровень дисциплины в классе",
                Parents,
            ]
        );

    /// <summary>Edition of the cycle of 2022, from a published municipal programme (RISK-2).</summary>
    public static RiskEditionTerms Edition2022 { get; } =
        new(
            new DateOnly(2022, 1, 1),
            "Программа повышения качества образования на 2022–2024 годы, Кемеровский муниципальный округ: рисковый "
                + "профиль школы проекта «500+»",
            NormConfidence.Seen,
            [
                Equipment,
                Staff,
                Competence,
                "Риски низкой адаптивности учебного процесса",
                "Несформированность внутришкольной системы повышения квалификации",
                Failure,
                Disability,
                Language,
                "Пониженный уровень качества школьной образовательной и воспитательной среды",
                Parents,
            ]
        );

    /// <summary>New editions for a new centre; each call makes new objects.</summary>
    public static IReadOnlyList<RiskEdition> ForNewCentre() =>
        [RiskEdition.Register(Code2021, Edition2021).Value, RiskEdition.Register(Code2022, Edition2022).Value];
}
