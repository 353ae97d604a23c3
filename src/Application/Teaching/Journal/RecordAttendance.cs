using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Records who attended a lesson; from then on it counts as given. A later sheet replaces it whole.</summary>
[Permission(JournalPermissions.Write)]
public sealed record RecordAttendance(Guid Id, int Version, AttendanceBody Body) : ICommand<LessonAttendance>;

internal sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendance>
{
    public RecordAttendanceValidator()
    {
        RuleFor(command => command.Body.Learners).MostItems(Lesson.MostMarks);
        RuleForEach(command => command.Body.Learners).NotNull().SetValidator(new AttendanceEntryBodyValidator());
    }
}

internal sealed class AttendanceEntryBodyValidator : AbstractValidator<AttendanceEntryBody>
{
    public AttendanceEntryBodyValidator()
    {
        RuleFor(body => body.EnrolmentId).NotEmpty();
        RuleFor(body => body.MinutesMissed).InclusiveBetween(0, 24 * 60);
    }
}

internal sealed class RecordAttendanceHandler(ITeachingStore store, INorms norms, IReads reads, IClock clock)
    : ICommandHandler<RecordAttendance, LessonAttendance>
{
    public async Task<Answer<LessonAttendance>> Handle(RecordAttendance request, CancellationToken cancellationToken)
    {
        // The sheet is whole: marks of every organisation are replaced by it.
        var lesson = await store
            .Lessons.IgnoreQueryFilters([QueryFilters.Organisations])
            .Include(lesson => lesson.Marks)
            .SingleOrDefaultAsync(lesson => lesson.Id == request.Id, cancellationToken);
        if (lesson is null)
        {
            return LessonErrors.NotFound;
        }

        var course = await store
            .Courses.AsNoTracking()
            .SingleAsync(course => course.Id == lesson.CourseId, cancellationToken);
        var learners = await store.OfGroupAsync(course, lesson.Date, cancellationToken);
        var hour = CalendarNorms.AcademicHour(lesson.Date, await norms.GetAsync(cancellationToken));
        return lesson.CheckVersion(request.Version)
            ?? lesson
                .RecordAttendance(
                    [
                        .. request.Body.Learners.Select(one => new AttendanceEntry(
                            one.EnrolmentId,
                            one.Presence,
                            one.MinutesMissed
                        )),
                    ],
                    learners,
                    hour.AsWholeNumber()!.Value,
                    clock.Today
                )
                .Error
            ?? reads.Answer<Lesson, LessonAttendance>(lesson);
    }
}
