using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>A lesson is planned anew, whichever request says so.</summary>
public abstract record LessonMove(Guid Id, int Version, LessonBody Body) : ICommand<LessonDetails>;

internal abstract class LessonMoveHandler<TMove>(ITeachingStore store, LessonFactsReader reader, IReads reads)
    : ICommandHandler<TMove, LessonDetails>
    where TMove : LessonMove
{
    public async Task<Answer<LessonDetails>> Handle(TMove request, CancellationToken cancellationToken)
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
        return moved.Refused
            ? moved.Error
            : reads
                .Answer<Lesson, LessonDetails>(lesson)
                .Completed(details => details.WithBells(facts.Calendar))
                .Warn(moved.Warnings.AsSpan());
    }
}
