namespace MethodCenter.Application.Career.Attestations;

public static class AttestationPermissions
{
    public const string Read = "attestations.read";
    public const string Record = "attestations.record";
    public const string Annul = "attestations.annul";
    public const string ReadQualification = "qualification.read";
}
