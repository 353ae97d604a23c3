using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>What is planned for a lesson and may still change.</summary>
public record LessonBody
{
    public required DateOnly Date { get; init; }

    /// <summary>Number of the stream in the calendar of the year.</summary>
    public required int Stream { get; init; }

    /// <summary>Academic hours, at most those of the stream.</summary>
    public required int Hours { get; init; }

    /// <summary>In a room, off-site or at a distance.</summary>
    public LessonVenue Venue { get; init; }

    /// <summary>Required in a room, and nowhere else.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>The organisation at which it is held, off-site.</summary>
    public Guid? HostId { get; init; }

    /// <summary>Where it is held off-site, or how to connect.</summary>
    public string? Place { get; init; }

    /// <summary>An employee.</summary>
    public required Guid TeacherId { get; init; }

    public string? Topic { get; init; }

    public LessonKind Kind { get; init; }

    internal LessonPlan ToPlan() =>
        new(Date, Stream, Hours, Venue, TeacherId)
        {
            RoomId = RoomId,
            HostId = HostId,
            Place = Place,
            Topic = Topic,
            Kind = Kind,
        };
}
