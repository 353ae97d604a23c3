using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Infrastructure.Training.TrainingPlans;

internal sealed class TrainingPlansIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_training_plans_organisation_id_year"] = TrainingPlanErrors.AlreadyMade,
            // Two changes of one revision that both add the same part: the second is stale, as its version says too.
            ["ux_training_plan_entries_training_plan_id_need_id"] = Versions.Stale,
        };
}
