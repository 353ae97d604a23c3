using MethodCenter.Domain.Learning.Lessons;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Journal;

/// <summary>What of a course was really taught.</summary>
internal static class HeldLessons
{
    /// <summary>Days and hours of the lessons whose attendance is recorded.</summary>
    public static async Task<IReadOnlyList<(DateOnly Date, int Hours)>> HeldAsync(
        this ILearningStore store,
        Guid courseId,
        CancellationToken cancellationToken
    )
    {
        var held = await store
            .Lessons.Where(lesson => lesson.CourseId == courseId && lesson.HeldRecordedOn != null)
            .Select(lesson => new { lesson.Date, lesson.Hours })
            .ToListAsync(cancellationToken);
        return [.. held.Select(lesson => (lesson.Date, lesson.Hours))];
    }

    /// <summary>Whether an employee gives lessons of a course.</summary>
    public static Task<bool> TeachesAsync(
        this ILearningStore store,
        Guid employeeId,
        Guid courseId,
        CancellationToken cancellationToken
    ) => store.TeachAsync([employeeId], courseId, cancellationToken);

    /// <summary>Whether one of several employees gives lessons of a course.</summary>
    public static Task<bool> TeachAsync(
        this ILearningStore store,
        IReadOnlyCollection<Guid> employeeIds,
        Guid courseId,
        CancellationToken cancellationToken
    ) =>
        store.Lessons.AnyAsync(
            lesson =>
                lesson.CourseId == courseId
                && employeeIds.Contains(lesson.TeacherId)
                && lesson.State == LessonState.Planned,
            cancellationToken
        );
}
