using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>How a course is taught.</summary>
public sealed record TimetableCourseBody
{
    public required Guid CourseId { get; init; }

    /// <summary>Absent: as for all.</summary>
    public TimetableMode? Mode { get; init; }

    /// <summary>Days of the week on which it may be taught; empty: as for all courses.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>The employees who may teach it; empty: as for all courses.</summary>
    public IReadOnlyList<Guid> TeacherIds { get; init; } = [];

    /// <summary>In a room, off-site or at a distance.</summary>
    public LessonVenue Venue { get; init; }

    /// <summary>Where it is held off-site, or how to connect.</summary>
    public string? Place { get; init; }
}
