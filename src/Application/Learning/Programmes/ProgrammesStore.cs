using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>The rows of the area.</summary>
public static class ProgrammesStore
{
    extension(ILearningStore store)
    {
        public DbSet<Programme> Programmes => store.Set<Programme>();

        public DbSet<ProgrammeEdition> ProgrammeEditions => store.Set<ProgrammeEdition>();

        public DbSet<ProgrammeReview> ProgrammeReviews => store.Set<ProgrammeReview>();
    }
}
