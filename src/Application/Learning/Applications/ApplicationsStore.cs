using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>The rows of the area.</summary>
public static class ApplicationsStore
{
    extension(ILearningStore store)
    {
        public DbSet<TrainingApplication> Applications => store.Set<TrainingApplication>();
    }
}
