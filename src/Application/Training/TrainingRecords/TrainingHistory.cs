using MethodCenter.Application.Learning.Applications;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <inheritdoc cref="ITrainingHistory"/>
internal sealed class TrainingHistory(ITrainingStore store, INorms norms) : ITrainingHistory
{
    public IQueryable<RecordedTraining> Recorded =>
        store
            .TrainingRecords.Where(record => record.State == TrainingRecordState.Recorded)
            .Select(record => new RecordedTraining
            {
                EmployeeId = record.EmployeeId,
                TitleKey = record.TitleKey,
                CompletedOn = record.CompletedOn,
            });

    public async Task<FreshTraining?> FreshAsync(DateOnly day, CancellationToken cancellationToken) =>
        TrainingTerm.On(day, await norms.GetAsync(cancellationToken)) is { } term
            ? new FreshTraining(term.InTimeFrom, term.Rule)
            : null;
}
