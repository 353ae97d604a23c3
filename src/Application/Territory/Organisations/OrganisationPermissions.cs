namespace MethodCenter.Application.Territory.Organisations;

public static class OrganisationPermissions
{
    public const string Read = "organisations.read";
    public const string Write = "organisations.write";
}
