using MethodCenter.Application.Learning;

namespace MethodCenter.Application.Teaching.Journal;

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
}
