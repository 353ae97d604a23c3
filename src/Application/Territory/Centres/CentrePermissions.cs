namespace MethodCenter.Application.Territory.Centres;

public static class CentrePermissions
{
    public const string Read = "centres.read";
    public const string List = "centres.list";
    public const string Register = "centres.register";
    public const string Update = "centres.update";
}
