using MethodCenter.Api.Security;
using MethodCenter.Api.Teaching.Lessons;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Teaching.CalendarLinks;
using MethodCenter.Application.Teaching.Timetables;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Identity;

namespace MethodCenter.Api.Teaching.CalendarLinks;

/// <summary>Calendar links.</summary>
internal static class CalendarLinkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("me/calendar-links", LessonEndpoints.Heading);
        group.Post("", MakeCalendarLink).WithMetadata(new SecretAnswer("address"));
        group.Get("", ListCalendarLinks);
        group.Delete("{id:guid}", RevokeCalendarLink);
        routes
            .MapArea("public/calendars", LessonEndpoints.Heading)
            .MapGet("{code}", ReadCalendar)
            .WithName(nameof(ReadCalendar))
            .Refuses(StatusCodes.Status404NotFound)
            .AllowAnonymous();
    }

    /// <summary>Make a calendar link to a timetable</summary>
    /// <remarks>
    /// Calendar programs cannot send a key: give them this address. It shows the timetable of one course, room or
    /// employee, and no more than you may see at the time of reading. The address is in this answer and nowhere else;
    /// at most 50 are valid at a time.
    /// </remarks>
    private static Task<CreatedOutcome<IssuedCalendarLink>> MakeCalendarLink(Body<MakeCalendarLink> body, Web web) =>
        web.Create(body.Value, _ => $"{Routes.Base}/me/calendar-links");

    /// <summary>My calendar links</summary>
    /// <remarks>Links without their addresses, which are shown only once.</remarks>
    private static Task<OkOutcome<Page<CalendarLinkListItem>>> ListCalendarLinks(
        Query<ListCalendarLinks> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Revoke a calendar link</summary>
    /// <remarks>Its address is no longer valid. Only for a link of your own.</remarks>
    private static Task<NoContentOutcome> RevokeCalendarLink(Guid id, Web web) =>
        web.Remove(new RevokeCalendarLink(id));

    /// <summary>Calendar by its link</summary>
    /// <remarks>
    /// For a calendar program, without signing in: a feed in iCalendar (RFC 5545); for a room or an employee from the
    /// previous academic year on. Codes cannot be guessed, and attempts to guess are slowed down.
    /// </remarks>
    private static async Task<CalendarOutcome> ReadCalendar(
        string code,
        ICalendarLinkFinder links,
        IIdentities identities,
        Caller caller,
        KeyGuessLimiter guesses,
        Web web,
        HttpContext http
    )
    {
        var link = await links.FindAsync(code, http.RequestAborted);
        var account = link is null ? null : await identities.FindByIdAsync(link.AccountId, http.RequestAborted);
        var centre = link is null ? null : await identities.FindCentreAsync(link.CentreId, http.RequestAborted);
        if (link is not null && account is not null && centre is not null)
        {
            caller.Identify(account, centre);
            return await web.Calendar(QueryOf(link), CalendarLinkErrors.NotFound);
        }

        if (guesses.Allows(http))
        {
            return new CalendarOutcome(CalendarLinkErrors.NotFound);
        }

        http.Response.Headers.RetryAfter = "60";
        return new CalendarOutcome(RequestErrors.TooMany.With("permits", guesses.Permits));
    }

    private static IQuery<TimetableCalendar> QueryOf(OpenedCalendarLink link) =>
        link.Subject switch
        {
            CalendarSubject.Course => new GetCourseTimetable(link.SubjectId),
            CalendarSubject.Room => new GetRoomTimetable(link.SubjectId),
            _ => new GetEmployeeTimetable(link.SubjectId),
        };
}
