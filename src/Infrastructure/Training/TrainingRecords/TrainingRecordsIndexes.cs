using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Infrastructure.Training.TrainingRecords;

internal sealed class TrainingRecordsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_training_records_identity"] = TrainingRecordErrors.AlreadyRecorded };
}
