namespace MethodCenter.Domain.Territory.Accounts;

/// <summary>Refusals of links to calendars.</summary>
public static class CalendarLinkErrors
{
    /// <summary>One error for whatever is wrong with a link: the answer does not tell what it was.</summary>
    public static readonly Error NotFound = Error.NotFound("calendar-link.not-found");

    public static readonly Error AlreadyRevoked = Error.Conflict("calendar-link.already-revoked");

    public static readonly Error TooMany = Error
        .Conflict("calendar-link.too-many")
        .With("most", Account.MostCalendarLinks);

    public static readonly Error UnknownSubject = Error.Unprocessable("calendar-link.unknown-subject").At("/subjectId");
}
