namespace MethodCenter.Application.Training.TrainingRecords;

public static class TrainingRecordPermissions
{
    public const string Read = "training-records.read";
    public const string Record = "training-records.record";
    public const string Annul = "training-records.annul";
}
