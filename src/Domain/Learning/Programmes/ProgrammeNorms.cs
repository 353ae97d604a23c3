using System.Collections.Immutable;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>Norms of programmes (DPO-1, DPO-2).</summary>
public static class ProgrammeNorms
{
    public const string DevelopmentLeastHours = "programme.development-least-hours";
    public const string RetrainingLeastHours = "programme.retraining-least-hours";

    private const string Order499 = "Приказ Минобрнауки России от 01.07.2013 № 499, п. 12";
    private const string Order266 = "Приказ Минпросвещения и Минобрнауки от 24.03.2025 № 266, п. 18";
    private static readonly DateOnly Order266From = new(2025, 9, 1);

    public static readonly ImmutableArray<NormDefinition> All =
    [
        Hours(DevelopmentLeastHours, "16"),
        Hours(RetrainingLeastHours, "250"),
    ];

    /// <summary>The least hours of a programme of the kind approved on the day; null where the law sets none.</summary>
    public static (int Hours, RuleReference Rule)? LeastHours(ProgrammeKind kind, DateOnly approvedOn, NormBook norms)
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

public static class ProgrammeErrors
{
    public static readonly Error NotFound = Error.NotFound("programme.not-found");

    public static readonly Error CodeTaken = Error.Conflict("programme.code-taken").At("/code");

    public static readonly Error AlreadyRetired = Error.Conflict("programme.already-retired");

    /// <summary>A programme that was taken out of use does not come back.</summary>
    public static readonly Error StaysRetired = Error.Conflict("programme.stays-retired").At("/status");

    /// <summary>The kind decides which document a learner gets, so it never changes.</summary>
    public static Error KindFixed(ProgrammeKind kind) =>
        Error.Conflict("programme.kind-fixed").With("kind", kind).At("/kind");

    public static Error TooFewHours(int hours, int least, RuleReference rule) =>
        Error.Unprocessable("programme.too-few-hours").With("hours", hours).With("least", least).At("/hours").By(rule);

    public static Error Unknown(string pointer) => Error.Unprocessable("programme.unknown").At(pointer);
}
