using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Settings of the area that no verified act fixes (RISK-6, RISK-8).</summary>
public static class SupportProgrammeNorms
{
    /// <summary>Most open participations of one cycle that a curator may hold; none: no limit.</summary>
    public const string SchoolsPerCurator = "support-programme.schools-per-curator";

    /// <summary>Fewest risks that a school must choose as priorities.</summary>
    public const string PriorityRisksLeast = "support-programme.priority-risks-least";

    public static ImmutableArray<NormDefinition> All { get; } =
    [
        new(
            SchoolsPerCurator,
            NormValueKind.WholeNumber,
            [
                new NormVersion(
                    SchoolsPerCurator,
                    "5",
                    null,
                    null,
                    "RISK-8",
                    "Актом предел не установлен, его выбирает центр; для сравнения: Волгоград, 2021 год – 45 школ "
                        + "на 32 куратора (vgapkro.ru)",
                    NormConfidence.Local
                ),
            ]
        )
        {
            Range = (1, 100),
            MayBeNone = true,
        },
        new(
            PriorityRisksLeast,
            NormValueKind.WholeNumber,
            [
                new NormVersion(
                    PriorityRisksLeast,
                    "1",
                    null,
                    null,
                    "RISK-6",
                    "Проект «500+»: школа выбирает хотя бы один приоритетный риск (общепринятая практика; текст "
                        + "методики не проверен)",
                    NormConfidence.Assumed
                ),
            ]
        )
        {
            // A profile has ten factors, and choosing none would leave nothing to plan.
            Range = (1, 10),
        },
    ];
}
