namespace MethodCenter.Application.Improvement.SupportProgrammes;

public static class ParticipationPermissions
{
    public const string Read = "participations.read";

    /// <summary>Take a school into a cycle, appoint and replace its coordinator and curator.</summary>
    public const string Assign = "participations.assign";

    /// <summary>Record the risk profile that came from outside.</summary>
    public const string Profile = "participations.profile";

    /// <summary>Choose the priority risks: the school's own decision (RISK-6).</summary>
    public const string Plan = "participations.plan";

    /// <summary>Record that the work has begun.</summary>
    public const string Start = "participations.start";

    /// <summary>Record the outcome (RISK-12).</summary>
    public const string Close = "participations.close";
}
