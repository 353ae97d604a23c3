namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Refusals of support programmes, their cycles and the risk dictionary.</summary>
public static class SupportProgrammeErrors
{
    public static readonly Error NotFound = Error.NotFound("support-programme.not-found");

    public static readonly Error CodeTaken = Error.Conflict("support-programme.code-taken").At("/code");

    public static readonly Error EditionNotFound = Error.NotFound("support-programme.edition-not-found");

    public static readonly Error EditionCodeTaken = Error.Conflict("support-programme.edition-code-taken").At("/code");

    /// <summary>A dictionary without factors would make every profile complete.</summary>
    public static readonly Error EditionWithoutFactors = Error
        .Unprocessable("support-programme.edition-without-factors")
        .At("/factors");

    /// <summary>Several errors in one dictionary; each is in <see cref="Error.Fields"/>.</summary>
    public static Error EditionRefused(IReadOnlyCollection<Error> errors) =>
        Error.Unprocessable("support-programme.edition-refused").With("count", errors.Count) with
        {
            Fields = [.. errors],
        };

    public static Error EditionUnknown(string edition) =>
        Error.Unprocessable("support-programme.edition-unknown").With("edition", edition).At("/edition");

    /// <summary>Profiles are matched by name (RISK-4), so two factors must not have the same name.</summary>
    public static Error FactorNameRepeated(int index, string factor) =>
        Error
            .Unprocessable("support-programme.factor-name-repeated")
            .With("factor", factor)
            .At($"/factors/{index}")
            .By(RiskRules.Matching);

    public static Error CycleExists(int year) =>
        Error.Conflict("support-programme.cycle-exists").With("year", year).At("/year");

    public static Error CycleEndsBeforeStart(DateOnly startsOn) =>
        Error.Unprocessable("support-programme.cycle-ends-before-start").With("startsOn", startsOn).At("/endsOn");

    public static Error CycleOutsideYear(int year, DateOnly startsOn, DateOnly endsOn) =>
        Error
            .Unprocessable("support-programme.cycle-outside-year")
            .With("year", year)
            .With("startsOn", startsOn)
            .With("endsOn", endsOn)
            .At("/year");
}
