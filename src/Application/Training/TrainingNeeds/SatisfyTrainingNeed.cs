using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>Marks a need as satisfied.</summary>
[Permission(TrainingNeedPermissions.Decide)]
public sealed record SatisfyTrainingNeed(Guid Id, int Version) : ICommand<TrainingNeedDetails>;

internal sealed class SatisfyTrainingNeedHandler(ITrainingStore store, IReads reads)
    : ICommandHandler<SatisfyTrainingNeed, TrainingNeedDetails>
{
    public async Task<Answer<TrainingNeedDetails>> Handle(
        SatisfyTrainingNeed request,
        CancellationToken cancellationToken
    )
    {
        var need = await store.TrainingNeeds.SingleOrDefaultAsync(need => need.Id == request.Id, cancellationToken);
        if (need is null)
        {
            return TrainingNeedErrors.NotFound;
        }

        return need.CheckVersion(request.Version)
            ?? need.Satisfy().Error
            ?? reads.Answer<TrainingNeed, TrainingNeedDetails>(need);
    }
}
