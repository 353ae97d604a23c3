namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Why a training record is wrong.</summary>
public sealed record TrainingRecordAnnulmentBody
{
    public required string Reason { get; init; }
}
