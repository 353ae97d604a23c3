using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>The rows of the area.</summary>
public static class JournalStore
{
    extension(ITeachingStore store)
    {
        public DbSet<FinalAssessment> FinalAssessments => store.Set<FinalAssessment>();

        public DbSet<FinalWork> FinalWorks => store.Set<FinalWork>();
    }
}
