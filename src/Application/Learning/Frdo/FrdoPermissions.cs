namespace MethodCenter.Application.Learning.Frdo;

public static class FrdoPermissions
{
    public const string Read = "frdo.read";
    public const string Prepare = "frdo.prepare";
}
