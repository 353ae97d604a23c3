namespace MethodCenter.Application.Learning.Certificates;

public static class CertificatePermissions
{
    public const string Read = "certificates.read";
    public const string Issue = "certificates.issue";
    public const string Annul = "certificates.annul";
}
