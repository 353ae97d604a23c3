using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>One training record.</summary>
[Permission(TrainingRecordPermissions.Read)]
public sealed record GetTrainingRecord(Guid Id) : IQuery<TrainingRecordDetails>;

internal sealed class GetTrainingRecordHandler(IReads reads) : IQueryHandler<GetTrainingRecord, TrainingRecordDetails>
{
    public async Task<Result<TrainingRecordDetails>> Handle(
        GetTrainingRecord request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<TrainingRecord, TrainingRecordDetails>(request.Id, cancellationToken) is { } record
            ? record
            : TrainingRecordErrors.NotFound;
}
