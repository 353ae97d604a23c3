using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Teaching.Timetables;

namespace MethodCenter.Api.Teaching.Rooms;

/// <summary>Rooms.</summary>
internal static class RoomEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "rooms",
            new Heading(
                "Rooms",
                "Keep the rooms in which courses are taught; a timetable puts no two lessons into one."
            )
        );
        group.Post("", RegisterRoom);
        group.Get("", ListRooms);
        group.Get("{id:guid}", GetRoom);
        group.Patch("{id:guid}", UpdateRoom);
        group.Post("{id:guid}/retirement", RetireRoom);
        group.Get("{id:guid}/timetable.ics", GetRoomTimetable);
    }

    /// <summary>Register a room</summary>
    /// <remarks>A hall or class in which lessons are held (SPB-23): building, name, seats, computers, equipment.</remarks>
    private static Task<CreatedOutcome<RoomDetails>> RegisterRoom(Body<RegisterRoom> body, Web web) =>
        web.Create(body.Value, room => $"{Routes.Base}/rooms/{room.Id}");

    /// <summary>List rooms</summary>
    /// <remarks>By words of building and name, seats, computers or status.</remarks>
    private static Task<OkOutcome<Page<RoomListItem>>> ListRooms(Query<ListRooms> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Room</summary>
    /// <remarks>One room with its equipment; the ETag is its revision.</remarks>
    private static Task<OkOutcome<RoomDetails>> GetRoom(Guid id, Web web) => web.Read(new GetRoom(id));

    /// <summary>Update the card of a room</summary>
    /// <remarks>Lessons already planned are not checked again.</remarks>
    private static Task<OkOutcome<RoomDetails>> UpdateRoom(Guid id, Patch<RoomBody> patch, IfMatch ifMatch, Web web) =>
        web.Patch(new GetRoom(id), patch, ifMatch, body => new UpdateRoom(id, ifMatch.Version, body));

    /// <summary>Retire a room</summary>
    /// <remarks>Its history remains; it takes no new lessons. Not while lessons are still to be held in it.</remarks>
    private static Task<OkOutcome<RoomDetails>> RetireRoom(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new RetireRoom(id, ifMatch.Version));

    /// <summary>Timetable of a room for calendar programs</summary>
    /// <remarks>
    /// A feed in iCalendar (RFC 5545), from the previous academic year on; cancelled lessons are marked as such.
    /// Calendar programs, which send no key, subscribe by a link (<c>POST /me/calendar-links</c>).
    /// </remarks>
    private static Task<CalendarOutcome> GetRoomTimetable(Guid id, Web web) => web.Calendar(new GetRoomTimetable(id));
}
