using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

internal sealed class TrainingNeedsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("training-needs", typeof(TrainingNeed), TrainingNeedPermissions.Read)];
}
