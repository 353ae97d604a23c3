using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Annuls a record that was entered by mistake; it stays, with the reason, and counts no more.</summary>
[Permission(TrainingRecordPermissions.Annul)]
public sealed record AnnulTrainingRecord(Guid Id, int Version, TrainingRecordAnnulmentBody Body)
    : ICommand<TrainingRecordDetails>;

internal sealed class AnnulTrainingRecordValidator : AbstractValidator<AnnulTrainingRecord>
{
    public AnnulTrainingRecordValidator() =>
        RuleFor(command => command.Body.Reason)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(TrainingRecord.AnnulmentReasonMaxLength);
}

internal sealed class AnnulTrainingRecordHandler(ITrainingStore store, IReads reads, IClock clock)
    : ICommandHandler<AnnulTrainingRecord, TrainingRecordDetails>
{
    public async Task<Answer<TrainingRecordDetails>> Handle(
        AnnulTrainingRecord request,
        CancellationToken cancellationToken
    )
    {
        var record = await store.TrainingRecords.SingleOrDefaultAsync(
            record => record.Id == request.Id,
            cancellationToken
        );
        if (record is null)
        {
            return TrainingRecordErrors.NotFound;
        }

        return record.CheckVersion(request.Version)
            ?? record.Annul(request.Body.Reason, clock.Today).Error
            ?? reads.Answer<TrainingRecord, TrainingRecordDetails>(record);
    }
}
