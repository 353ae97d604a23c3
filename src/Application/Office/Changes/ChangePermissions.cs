namespace MethodCenter.Application.Office.Changes;

public static class ChangePermissions
{
    /// <summary>To follow changes at all; each type needs the permission to read it besides.</summary>
    public const string Read = "changes.read";
}
