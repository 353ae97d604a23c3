using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>One lesson.</summary>
[Permission(LessonPermissions.Read)]
public sealed record GetLesson(Guid Id) : IQuery<LessonDetails>;

internal sealed class GetLessonHandler(ITeachingStore store, IReads reads) : IQueryHandler<GetLesson, LessonDetails>
{
    public async Task<Result<LessonDetails>> Handle(GetLesson request, CancellationToken cancellationToken)
    {
        if (await reads.FindAsync<Lesson, LessonDetails>(request.Id, cancellationToken) is not { } lesson)
        {
            return LessonErrors.NotFound;
        }

        var calendars = await store.CalendarsAsync([lesson.AcademicYear], cancellationToken);
        return lesson.WithBells(calendars.GetValueOrDefault(lesson.AcademicYear));
    }
}
