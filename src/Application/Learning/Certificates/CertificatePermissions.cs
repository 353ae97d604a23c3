using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Certificates;

public static class CertificatePermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "certificates.read";

    [HeldBy(Role.Registrar)]
    public const string Issue = "certificates.issue";

    [HeldBy(Role.Registrar)]
    public const string Annul = "certificates.annul";
}
