using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>The rows of the area.</summary>
public static class LessonsStore
{
    extension(ITeachingStore store)
    {
        public DbSet<Lesson> Lessons => store.Set<Lesson>();

        public DbSet<AttendanceMark> AttendanceMarks => store.Set<AttendanceMark>();
    }
}
