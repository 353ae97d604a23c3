namespace MethodCenter.Application.Learning.Programmes;

public static class ProgrammePermissions
{
    public const string Read = "programmes.read";
    public const string Write = "programmes.write";

    /// <summary>Reviews of the internal expertise: reading and entering.</summary>
    public const string Review = "programmes.review";

    /// <summary>The end of the expertise: approval by an act, or the return for revision.</summary>
    public const string Approve = "programmes.approve";
}
