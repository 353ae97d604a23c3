namespace MethodCenter.Application.Improvement.SupportProgrammes;

public static class SupportProgrammePermissions
{
    public const string Read = "support-programmes.read";
    public const string Write = "support-programmes.write";
}
