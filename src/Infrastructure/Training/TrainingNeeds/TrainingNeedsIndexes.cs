using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Infrastructure.Training.TrainingNeeds;

internal sealed class TrainingNeedsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_training_needs_employee_id_subject_key_year"] = TrainingNeedErrors.AlreadyStated,
        };
}
