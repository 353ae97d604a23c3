using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>One need.</summary>
[Permission(TrainingNeedPermissions.Read)]
public sealed record GetTrainingNeed(Guid Id) : IQuery<TrainingNeedDetails>;

internal sealed class GetTrainingNeedHandler(IReads reads) : IQueryHandler<GetTrainingNeed, TrainingNeedDetails>
{
    public async Task<Result<TrainingNeedDetails>> Handle(
        GetTrainingNeed request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<TrainingNeed, TrainingNeedDetails>(request.Id, cancellationToken) is { } need
            ? need
            : TrainingNeedErrors.NotFound;
}
