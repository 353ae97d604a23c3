using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Cancels a lesson with a reason; its room, teacher and hours are free again.</summary>
[Permission(LessonPermissions.Write)]
public sealed record CancelLesson(Guid Id, int Version, ReasonBody Body) : ICommand<LessonDetails>;

internal sealed class CancelLessonValidator : AbstractValidator<CancelLesson>
{
    public CancelLessonValidator() =>
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Lesson.ReasonMaxLength);
}

internal sealed class CancelLessonHandler(ITeachingStore store, IReads reads)
    : ICommandHandler<CancelLesson, LessonDetails>
{
    public async Task<Answer<LessonDetails>> Handle(CancelLesson request, CancellationToken cancellationToken)
    {
        var lesson = await store.Lessons.SingleOrDefaultAsync(lesson => lesson.Id == request.Id, cancellationToken);
        if (lesson is null)
        {
            return LessonErrors.NotFound;
        }

        if ((lesson.CheckVersion(request.Version) ?? lesson.Cancel(request.Body.Reason).Error) is { } refusal)
        {
            return refusal;
        }

        var calendars = await store.CalendarsAsync([lesson.AcademicYear], cancellationToken);
        return reads
            .Answer<Lesson, LessonDetails>(lesson)
            .Completed(details => details.WithBells(calendars.GetValueOrDefault(lesson.AcademicYear)));
    }
}
