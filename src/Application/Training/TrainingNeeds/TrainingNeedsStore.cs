using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>The rows of the area.</summary>
public static class TrainingNeedsStore
{
    extension(ITrainingStore store)
    {
        public DbSet<TrainingNeed> TrainingNeeds => store.Set<TrainingNeed>();
    }
}
