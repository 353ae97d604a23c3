using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Moves a lesson to another day, stream, place or teacher, or changes its topic.</summary>
[Permission(LessonPermissions.Write)]
public sealed record MoveLesson(Guid Id, int Version, LessonBody Body) : ICommand<LessonDetails>;

internal sealed class MoveLessonValidator : AbstractValidator<MoveLesson>
{
    public MoveLessonValidator() => RuleFor(command => command.Body).SetValidator(new LessonBodyValidator());
}

internal sealed class MoveLessonHandler(ITeachingStore store, LessonFactsReader reader, IReads reads)
    : ICommandHandler<MoveLesson, LessonDetails>
{
    public async Task<Answer<LessonDetails>> Handle(MoveLesson request, CancellationToken cancellationToken)
    {
        var lesson = await store.Lessons.SingleOrDefaultAsync(lesson => lesson.Id == request.Id, cancellationToken);
        if (lesson is null)
        {
            return LessonErrors.NotFound;
        }

        if (lesson.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var course = (await store.HoldCourseAsync(lesson.CourseId, cancellationToken))!;
        var plan = request.Body.ToPlan();
        var gathered = await reader.GatherAsync(course, plan, cancellationToken);
        if (!gathered.Succeeded(out var facts, out var unknown))
        {
            return unknown;
        }

        var moved = lesson.Move(plan, facts);
        return moved.Refused ? moved.Error : reads.Answer<Lesson, LessonDetails>(lesson).Warn(moved.Warnings.AsSpan());
    }
}
