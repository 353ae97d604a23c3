using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>The rows of the area.</summary>
public static class TrainingRecordsStore
{
    extension(ITrainingStore store)
    {
        public DbSet<TrainingRecord> TrainingRecords => store.Set<TrainingRecord>();
    }
}
