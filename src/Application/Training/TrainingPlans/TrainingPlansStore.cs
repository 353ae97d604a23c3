using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>The rows of the area.</summary>
public static class TrainingPlansStore
{
    extension(ITrainingStore store)
    {
        public DbSet<TrainingPlan> TrainingPlans => store.Set<TrainingPlan>();

        public DbSet<TrainingPlanEntry> TrainingPlanEntries => store.Set<TrainingPlanEntry>();
    }
}
