using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>The lessons of a room as a calendar to subscribe to.</summary>
[Permission(LessonPermissions.Read)]
public sealed record GetRoomTimetable(Guid Id) : IQuery<TimetableCalendar>;

internal sealed class GetRoomTimetableHandler(ITeachingStore store, TimetableFeed feed, IClock clock)
    : IQueryHandler<GetRoomTimetable, TimetableCalendar>
{
    public async Task<Result<TimetableCalendar>> Handle(GetRoomTimetable request, CancellationToken cancellationToken)
    {
        var room = await store
            .Rooms.Where(room => room.Id == request.Id)
            .Select(room => new { room.Site, room.Name })
            .SingleOrDefaultAsync(cancellationToken);
        if (room is null)
        {
            return RoomErrors.NotFound;
        }

        var from = TimetableFeed.FirstDay(clock.Today);
        var lessons = store.Lessons.Where(lesson => lesson.RoomId == request.Id && lesson.Date >= from);
        return await feed.WriteAsync($"room-{request.Id}", $"{room.Site}, {room.Name}", lessons, cancellationToken);
    }
}
