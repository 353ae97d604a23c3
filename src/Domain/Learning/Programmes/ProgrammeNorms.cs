using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>Norms of programmes (DPO-1, DPO-2).</summary>
public static class ProgrammeNorms
{
    public const string DevelopmentLeastHours = "programme.development-least-hours";
    public const string RetrainingLeastHours = "programme.retraining-least-hours";

    /// <summary>Whether a programme has to pass the internal expertise before it is taught (KRS-27). The centre's own.</summary>
    public const string ExpertiseRequired = "programme.expertise-required";

    private const string Open = "Акт оставляет вопрос открытым: решение центра";
    private const string Order499 = "Приказ Минобрнауки России от 01.07.2013 № 499, п. 12";
    private const string Order266 = "Приказ Минпросвещения и Минобрнауки от 24.03.2025 № 266, п. 18";
    private static readonly DateOnly Order266From = new(2025, 9, 1);

    public static readonly ImmutableArray<NormDefinition> All =
    [
        Hours(DevelopmentLeastHours, "16"),
        Hours(RetrainingLeastHours, "250"),
        new(
            ExpertiseRequired,
            NormValueKind.Flag,
            [new NormVersion(ExpertiseRequired, "false", null, null, "KRS-27", Open, NormConfidence.Local)]
        ),
    ];

    /// <summary>The least hours of a programme of the kind approved on the day; null where the law sets none.</summary>
    public static (int Hours, RuleReference Rule)? LeastHours(ProgrammeKind kind, DateOnly approvedOn, NormSet norms)
    {
        var code = kind switch
        {
            ProgrammeKind.ProfessionalDevelopment => DevelopmentLeastHours,
            ProgrammeKind.Retraining => RetrainingLeastHours,
            _ => null,
        };
        return code is not null && norms.Find(code, approvedOn) is { Value: not null } norm
            ? (norm.AsWholeNumber()!.Value, norm.ToRule())
            : null;
    }

    public static bool NeedsExpertise(DateOnly on, NormSet norms) =>
        norms.Find(ExpertiseRequired, on) is { Value: "true" };

    private static NormDefinition Hours(string code, string hours) =>
        new(
            code,
            NormValueKind.WholeNumber,
            [
                new NormVersion(code, hours, null, Order266From.AddDays(-1), "DPO-2", Order499),
                new NormVersion(code, hours, Order266From, null, "DPO-2", Order266),
            ]
        )
        {
            Range = (1, Programme.MostHours),
            MayBeNone = true,
        };
}
