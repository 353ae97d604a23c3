using System.Collections.Immutable;
using MethodCenter.Domain.Common;
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

    public static bool NeedsExpertise(DateOnly on, NormBook norms) =>
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

public static class ProgrammeErrors
{
    private static readonly RuleReference Expertise = new(
        "KRS-27",
        "Положение центра о разработке и внутренней экспертизе программ"
    );

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

    public static Error OtherHours(int modules, int hours) =>
        Error.Unprocessable("programme.other-hours").With("modules", modules).With("hours", hours).At("/modules");

    public static Error WrongStatus(ProgrammeStatus status) =>
        Error.Conflict("programme.wrong-status").With("status", status);

    /// <summary>The day of approval stands in the act.</summary>
    public static Error ApprovedByAct(string number, DateOnly on) =>
        Error.Conflict("programme.approved-by-act").With("number", number).With("on", on).At("/approvedOn");

    public static readonly Error ActInFuture = Error.Unprocessable("programme.act-in-future").At("/actDate");

    /// <summary>Act of approval before the last review.</summary>
    public static Error ActBeforeReview(DateOnly reviewed) =>
        Error.Unprocessable("programme.act-before-review").With("reviewed", reviewed).At("/actDate");

    public static readonly Error NotReviewed = Error.Conflict("programme.not-reviewed").By(Expertise);

    public static Error NotRecommended(int reviews) =>
        Error.Conflict("programme.not-recommended").With("reviews", reviews).By(Expertise);

    public static readonly Error NothingToReturn = Error.Conflict("programme.nothing-to-return");

    public static Error Unknown(string pointer) => Error.Unprocessable("programme.unknown").At(pointer);
}
