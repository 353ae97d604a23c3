using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

internal static class HeldCourses
{
    /// <summary>Loads courses and holds their rows until the end of the transaction.</summary>
    /// <remarks>The database puts them in order, which is its own: two requests must not wait for each other.</remarks>
    /// <returns>Those that are in the caller's scope.</returns>
    public static async Task<IReadOnlyList<Course>> HoldAllAsync(
        this ILearningStore store,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await store.HoldCoursesAsync(ids, cancellationToken);
        return await store
            .Courses.Where(course => ids.Contains(course.Id))
            .OrderBy(course => course.Id)
            .ToListAsync(cancellationToken);
    }
}
