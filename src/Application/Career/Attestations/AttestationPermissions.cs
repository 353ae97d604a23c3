using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Career.Attestations;

public static class AttestationPermissions
{
    [HeldBy(Role.Methodist, Role.AttestationSpecialist, Role.SchoolOperator)]
    public const string Read = "attestations.read";

    [HeldBy(Role.AttestationSpecialist)]
    public const string Record = "attestations.record";

    [HeldBy(Role.AttestationSpecialist)]
    public const string Annul = "attestations.annul";

    [HeldBy(Role.Methodist, Role.AttestationSpecialist, Role.SchoolOperator)]
    public const string ReadQualification = "qualification.read";
}
