using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>The rows of the area.</summary>
public static class CoursesStore
{
    extension(ILearningStore store)
    {
        public DbSet<Course> Courses => store.Set<Course>();

        /// <summary>
        /// Loads a course and holds its row until the end of the transaction, so that enrolments of one course are decided
        /// one after another, in every instance of the service. Null when it is not in the caller's scope.
        /// </summary>
        public async Task<Course?> HoldCourseAsync(Guid id, CancellationToken cancellationToken)
        {
            await store.HoldAsync<Course>([id], cancellationToken);
            return await store.Courses.SingleOrDefaultAsync(course => course.Id == id, cancellationToken);
        }

        /// <summary>Holds the rows of several courses, in the order of their ids; loads none of them.</summary>
        public Task HoldCoursesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            store.HoldAsync<Course>(ids, cancellationToken);
    }
}
