using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Programmes;

public static class ProgrammePermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.Analyst)]
    public const string Read = "programmes.read";

    [HeldBy(Role.Methodist)]
    public const string Write = "programmes.write";

    /// <summary>Reviews of the internal expertise: reading and entering.</summary>
    [HeldBy(Role.Methodist)]
    public const string Review = "programmes.review";

    /// <summary>The end of the expertise: approval by an act, or the return for revision.</summary>
    [HeldBy(Role.CentreAdministrator)]
    public const string Approve = "programmes.approve";
}
