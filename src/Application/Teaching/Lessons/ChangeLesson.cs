using FluentValidation;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Changes some of what is planned for a lesson; the rest of the body is what stands.</summary>
[Permission(LessonPermissions.Write)]
public sealed record ChangeLesson(Guid Id, int Version, LessonBody Body) : LessonMove(Id, Version, Body);

internal sealed class ChangeLessonValidator : AbstractValidator<ChangeLesson>
{
    public ChangeLessonValidator() => RuleFor(command => command.Body).SetValidator(new LessonBodyValidator());
}

internal sealed class ChangeLessonHandler(ITeachingStore store, LessonFactsReader reader, IReads reads)
    : LessonMoveHandler<ChangeLesson>(store, reader, reads);
