using FluentValidation;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Moves a lesson to another day, stream, place or teacher, or changes its topic.</summary>
[Permission(LessonPermissions.Write)]
public sealed record MoveLesson(Guid Id, int Version, LessonBody Body) : LessonMove(Id, Version, Body);

internal sealed class MoveLessonValidator : AbstractValidator<MoveLesson>
{
    public MoveLessonValidator() => RuleFor(command => command.Body).SetValidator(new LessonBodyValidator());
}

internal sealed class MoveLessonHandler(ITeachingStore store, LessonFactsReader reader, IReads reads)
    : LessonMoveHandler<MoveLesson>(store, reader, reads);
