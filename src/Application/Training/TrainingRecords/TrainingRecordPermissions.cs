using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Training.TrainingRecords;

public static class TrainingRecordPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.AttestationSpecialist, Role.SchoolOperator)]
    public const string Read = "training-records.read";

    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Record = "training-records.record";

    [HeldBy(Role.Registrar)]
    public const string Annul = "training-records.annul";
}
