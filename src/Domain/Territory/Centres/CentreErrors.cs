namespace MethodCenter.Domain.Territory.Centres;

public static class CentreErrors
{
    public static readonly Error NotFound = Error.NotFound("centre.not-found");

    public static readonly Error CodeTaken = Error.Conflict("centre.code-taken").At("/code");

    public static Error WindowsTimeZone(string zone, string proposed) =>
        Error.Unprocessable("centre.windows-time-zone").With("zone", zone).With("proposed", proposed).At("/timeZone");

    public static Error UnknownTimeZone(string zone) =>
        Error.Unprocessable("centre.unknown-time-zone").With("zone", zone).At("/timeZone");

    public static Error LicenceEndsBeforeIssue(DateOnly issuedOn) =>
        Error.Unprocessable("centre.licence-term").With("issuedOn", issuedOn).At("/licence/validUntil");

    public static Error TwoNamesUntil(DateOnly until) =>
        Error.Unprocessable("centre.two-names").With("until", until).At("/formerNames");
}
