using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Lessons of the timetable that are still to be held, as rooms and calendars ask for them.</summary>
internal sealed class PlannedLessons(ITeachingStore store) : IRoomUse, IPlannedSlots
{
    public Task<int> PlannedAsync(Guid roomId, DateOnly from, CancellationToken cancellationToken) =>
        store.Lessons.CountAsync(
            lesson => lesson.RoomId == roomId && lesson.State == LessonState.Planned && lesson.Date >= from,
            cancellationToken
        );

    public async Task<IReadOnlyList<PlannedSlot>> OfYearAsync(AcademicYear year, CancellationToken cancellationToken) =>
        await store
            .Lessons.Where(lesson => lesson.AcademicYear == year && lesson.State == LessonState.Planned)
            .Select(lesson => new PlannedSlot(lesson.Date, lesson.Stream, lesson.Hours))
            .ToListAsync(cancellationToken);
}
