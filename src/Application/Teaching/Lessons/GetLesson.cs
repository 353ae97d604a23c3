using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>One lesson.</summary>
[Permission(LessonPermissions.Read)]
public sealed record GetLesson(Guid Id) : IQuery<LessonDetails>;

internal sealed class GetLessonHandler(IReads reads) : IQueryHandler<GetLesson, LessonDetails>
{
    public async Task<Result<LessonDetails>> Handle(GetLesson request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Lesson, LessonDetails>(request.Id, cancellationToken) is { } lesson
            ? lesson
            : LessonErrors.NotFound;
}
