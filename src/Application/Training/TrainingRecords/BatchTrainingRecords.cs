using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Enters up to a thousand training records.</summary>
[Permission(TrainingRecordPermissions.Record)]
public sealed record BatchTrainingRecords : Batch<RecordTraining>, ICommand<BatchResult>;

internal sealed class BatchTrainingRecordsValidator : BatchValidator<BatchTrainingRecords, RecordTraining>;

internal sealed class BatchTrainingRecordsHandler(BatchRunner runner)
    : ICommandHandler<BatchTrainingRecords, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchTrainingRecords request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) => (await dispatcher.SendAsync(item, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
