using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>A lesson.</summary>
public sealed record LessonDetails : DetailsModel
{
    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear AcademicYear { get; init; }

    public DateOnly Date { get; init; }

    /// <summary>Number of the stream in the calendar of the year.</summary>
    public int Stream { get; init; }

    /// <summary>First bell; null: the calendar no longer has the stream of a cancelled lesson.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>When a lesson of its hours ends, by the bells of the stream.</summary>
    public TimeOnly? EndsAt { get; init; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    public LessonVenue Venue { get; init; }

    /// <summary>The room; null: off-site or at a distance.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>Building and name of the room; null: off-site or at a distance.</summary>
    public string? Room { get; init; }

    /// <summary>The organisation at which it is held, off-site.</summary>
    public Guid? HostId { get; init; }

    public string? HostName { get; init; }

    public string? Place { get; init; }

    public Guid TeacherId { get; init; }

    /// <summary>Family name, given name, patronymic; null: the caller may not see the teacher.</summary>
    public string? Teacher { get; init; }

    public string? Topic { get; init; }

    public LessonKind Kind { get; init; }

    public LessonState State { get; init; }

    public string? CancellationReason { get; init; }

    /// <summary>Day on which attendance was first recorded; null: not yet.</summary>
    public DateOnly? HeldRecordedOn { get; init; }
}

/// <summary>A lesson in the timetable.</summary>
public sealed record LessonListItem
{
    public Guid Id { get; init; }

    public Guid CourseId { get; init; }

    public int CourseNumber { get; init; }

    /// <summary>Title of the course.</summary>
    public string CourseTitle { get; init; } = "";

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear AcademicYear { get; init; }

    public DateOnly Date { get; init; }

    public int Stream { get; init; }

    /// <summary>First bell; null: the calendar no longer has the stream of a cancelled lesson.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>When a lesson of its hours ends, by the bells of the stream.</summary>
    public TimeOnly? EndsAt { get; init; }

    public int Hours { get; init; }

    public LessonVenue Venue { get; init; }

    public Guid? RoomId { get; init; }

    /// <summary>Building and name of the room; null: off-site or at a distance.</summary>
    public string? Room { get; init; }

    public string? Place { get; init; }

    public Guid TeacherId { get; init; }

    /// <summary>Family name, given name, patronymic; null: the caller may not see the teacher.</summary>
    public string? Teacher { get; init; }

    public string? Topic { get; init; }

    public LessonKind Kind { get; init; }

    public LessonState State { get; init; }

    public int Version { get; init; }
}

internal sealed class LessonBodyValidator : AbstractValidator<LessonBody>
{
    public LessonBodyValidator()
    {
        RuleFor(body => body.Date).ReasonableDay();
        RuleFor(body => body.Stream).InclusiveBetween(1, AcademicCalendar.MostStreams);
        RuleFor(body => body.Hours).InclusiveBetween(0, AcademicCalendar.MostHours);
        RuleFor(body => body.TeacherId).NotEmpty();
        RuleFor(body => body.Place).ShortText(Lesson.PlaceMaxLength);
        RuleFor(body => body.Topic).ShortText(Lesson.TopicMaxLength);
    }
}

internal sealed class LessonProjections : Profile
{
    public LessonProjections() =>
        CreateProjection<Lesson, LessonDetails>()
            .Beside(model => model.Room, lesson => lesson.RoomId, (Room room) => room.Site + ", " + room.Name)
            .Beside(model => model.HostName, lesson => lesson.HostId, (Organisation host) => host.ShortName)
            .Beside(model => model.Teacher, lesson => lesson.TeacherId, EmployeeNames.FullName)
            .Beside(model => model.CourseTitle, lesson => lesson.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, lesson => lesson.CourseId, (Course course) => (int?)course.Number)
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(model => model.StartsAt, options => options.Ignore())
            .ForMember(model => model.EndsAt, options => options.Ignore());
}
