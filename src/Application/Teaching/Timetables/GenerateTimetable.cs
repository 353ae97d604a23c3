using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>Proposes the lessons of many courses without a conflict; stores them unless it is a dry run.</summary>
[Permission(LessonPermissions.Write)]
public sealed record GenerateTimetable : ICommand<TimetableProposal>
{
    public const int MostCourses = 100;
    public const int MostTeachers = 200;
    public const int MostRooms = 100;

    /// <summary>The courses; empty: all of the half-year that have hours left.</summary>
    public IReadOnlyList<TimetableCourseBody> Courses { get; init; } = [];

    /// <summary>Academic year, where no courses are named.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>
    /// Half-year, where no courses are named; for courses that run in both, the group of this half-year.
    /// </summary>
    public HalfYear? HalfYear { get; init; }

    /// <summary>For courses that say nothing else.</summary>
    public TimetableMode Mode { get; init; }

    /// <summary>Days of the week, for courses that say nothing else; empty: all of the calendar.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Teachers, for courses that say nothing else.</summary>
    public IReadOnlyList<Guid> TeacherIds { get; init; } = [];

    /// <summary>Rooms that may be used; empty: all in use.</summary>
    public IReadOnlyList<Guid> RoomIds { get; init; } = [];

    /// <summary>First day on which lessons are placed; absent: today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only propose the timetable.</summary>
    public bool DryRun { get; init; }
}

/// <summary>A proposed or stored timetable.</summary>
public sealed record TimetableProposal
{
    /// <summary>Whether the lessons now stand in the timetable.</summary>
    public required bool Stored { get; init; }

    /// <summary>Courses that got lessons.</summary>
    public required int Courses { get; init; }

    /// <summary>Academic hours altogether.</summary>
    public required int Hours { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<TimetableLesson> Lessons { get; init; }
}

/// <summary>A proposed lesson.</summary>
public sealed record TimetableLesson
{
    /// <summary>The lesson; null in a dry run.</summary>
    public Guid? LessonId { get; init; }

    public required Guid CourseId { get; init; }

    public required int CourseNumber { get; init; }

    public required string CourseTitle { get; init; }

    public required DateOnly Date { get; init; }

    public required int Stream { get; init; }

    public required int Hours { get; init; }

    public Guid? RoomId { get; init; }

    /// <summary>Building and name of the room; null: off-site or at a distance.</summary>
    public string? Room { get; init; }

    public required Guid TeacherId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public required string? Teacher { get; init; }

    public required LessonKind Kind { get; init; }
}

internal sealed class GenerateTimetableValidator : AbstractValidator<GenerateTimetable>
{
    public GenerateTimetableValidator()
    {
        RuleFor(command => command.Courses).MostItems(GenerateTimetable.MostCourses);
        RuleForEach(command => command.Courses).NotNull().SetValidator(new TimetableCourseBodyValidator());
        RuleFor(command => command.From).ReasonableDay();
        RuleFor(command => command.Weekdays).MostItems(7);
        RuleFor(command => command.TeacherIds).MostItems(GenerateTimetable.MostTeachers);
        RuleFor(command => command.RoomIds).MostItems(GenerateTimetable.MostRooms);
    }
}

internal sealed class TimetableCourseBodyValidator : AbstractValidator<TimetableCourseBody>
{
    public TimetableCourseBodyValidator()
    {
        RuleFor(body => body.CourseId).NotEmpty();
        RuleFor(body => body.Weekdays).MostItems(7);
        RuleFor(body => body.TeacherIds).MostItems(GenerateTimetable.MostTeachers);
        RuleFor(body => body.Place).ShortText(Lesson.PlaceMaxLength);
    }
}

internal sealed class GenerateTimetableHandler(ITeachingStore store, TimetableDemandReader reader, IUnitOfWork work)
    : ICommandHandler<GenerateTimetable, TimetableProposal>
{
    public async Task<Answer<TimetableProposal>> Handle(GenerateTimetable request, CancellationToken cancellationToken)
    {
        if (!request.DryRun)
        {
            await work.HoldAsync(cancellationToken);
        }

        var gathered = await reader.GatherAsync(request, cancellationToken);
        if (!gathered.Succeeded(out var setting, out var refusal))
        {
            return refusal;
        }

        if (!TimetablePlanner.Propose(setting.Demand).Succeeded(out var proposed, out var impossible))
        {
            return impossible;
        }

        var rooms = setting.Demand.Rooms.ToDictionary(room => room.Id, room => $"{room.Site}, {room.Name}");
        List<TimetableLesson> lessons = [];
        foreach (var one in proposed.OrderBy(one => (one.Plan.Date, one.Plan.Stream)))
        {
            var course = setting.Courses[one.CourseId];
            Guid? lessonId = null;
            if (!request.DryRun)
            {
                // Others may plan other courses at the same time: the unique indexes of room and teacher decide.
                var lesson = one.ToLesson(course);
                store.Lessons.Add(lesson);
                lessonId = lesson.Id;
            }

            lessons.Add(
                new TimetableLesson
                {
                    LessonId = lessonId,
                    CourseId = course.Id,
                    CourseNumber = course.Number,
                    CourseTitle = course.Title,
                    Date = one.Plan.Date,
                    Stream = one.Plan.Stream,
                    Hours = one.Plan.Hours,
                    RoomId = one.Plan.RoomId,
                    Room = rooms.GetValueOrDefault(one.Plan.RoomId ?? Guid.Empty),
                    TeacherId = one.Plan.TeacherId,
                    Teacher = setting.Teachers.GetValueOrDefault(one.Plan.TeacherId),
                    Kind = one.Plan.Kind,
                }
            );
        }

        return new TimetableProposal
        {
            Stored = !request.DryRun,
            Courses = setting.Demand.Courses.DistinctBy(course => course.Id).Count(),
            Hours = lessons.Sum(lesson => lesson.Hours),
            Lessons = lessons,
        };
    }
}
