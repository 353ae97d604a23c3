using System.Security.Cryptography;
using System.Text;
using AutoMapper;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.CalendarLinks;

/// <summary>A calendar link in a list.</summary>
public sealed record CalendarLinkListItem
{
    public Guid Id { get; init; }

    public CalendarSubject Subject { get; init; }

    /// <summary>The course, the room or the employee.</summary>
    public Guid SubjectId { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Null: it is valid.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>A new calendar link.</summary>
public sealed record IssuedCalendarLink
{
    public required Guid Id { get; init; }

    public required CalendarSubject Subject { get; init; }

    /// <summary>The course, the room or the employee.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>
    /// The address to enter in the calendar program; anybody who has it can read the timetable. It is in this answer
    /// and nowhere else. It has no host where the service does not know its public address (<c>Public:Address</c>).
    /// </summary>
    public required string Address { get; init; }
}

/// <summary>What a code opens: one timetable, in one centre, by the rights of one account.</summary>
public sealed record OpenedCalendarLink
{
    public Guid AccountId { get; init; }

    public Guid CentreId { get; init; }

    public CalendarSubject Subject { get; init; }

    public Guid SubjectId { get; init; }
}

/// <summary>Finds links by the code in their address, in all centres.</summary>
public interface ICalendarLinkFinder
{
    /// <returns>Null: there is no such link, or it no longer exists.</returns>
    Task<OpenedCalendarLink?> FindAsync(string code, CancellationToken cancellationToken);
}

internal static class CalendarCode
{
    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

internal sealed class CalendarLinkProjections : Profile
{
    public CalendarLinkProjections() => CreateProjection<CalendarLink, CalendarLinkListItem>();
}
