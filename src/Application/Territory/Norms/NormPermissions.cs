namespace MethodCenter.Application.Territory.Norms;

public static class NormPermissions
{
    public const string Read = "norms.read";
    public const string Write = "norms.write";
}
