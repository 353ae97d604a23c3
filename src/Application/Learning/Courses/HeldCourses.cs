using MethodCenter.Domain.Learning.Courses;
using Microsoft.EntityFrameworkCore;

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

        if (ids.Count == 1)
        {
            return await store.HoldCourseAsync(ids.Single(), cancellationToken) is { } course ? [course] : [];
        }

        await store.HoldCoursesAsync(ids, cancellationToken);
        return await store
            .Courses.Where(course => ids.Contains(course.Id))
            .OrderBy(course => course.Id)
            .ToListAsync(cancellationToken);
    }
}
