namespace MethodCenter.Domain.Learning.Programmes;

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
