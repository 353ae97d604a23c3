using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

public static class ParticipationPermissions
{
    [HeldBy(Role.SchoolOperator, Role.SupportCoordinator, Role.Curator)]
    public const string Read = "participations.read";

    /// <summary>Take a school into a cycle, appoint and replace its coordinator and curator.</summary>
    [HeldBy(Role.SupportCoordinator)]
    public const string Assign = "participations.assign";

    /// <summary>Record the school's own diagnosis: the school's own words (RISK-9); who holds more records the official profile by it too.</summary>
    [HeldBy(Role.SchoolOperator, Role.SupportCoordinator)]
    public const string Diagnose = "participations.diagnose";

    /// <summary>Record the risk profile that came from outside.</summary>
    [HeldBy(Role.SupportCoordinator)]
    public const string Profile = "participations.profile";

    /// <summary>Choose the priority risks: the school's own decision (RISK-6).</summary>
    [HeldBy(Role.SchoolOperator, Role.SupportCoordinator)]
    public const string Plan = "participations.plan";

    /// <summary>Record that the work has begun.</summary>
    [HeldBy(Role.SupportCoordinator, Role.Curator)]
    public const string Start = "participations.start";

    /// <summary>Record the outcome (RISK-12).</summary>
    [HeldBy(Role.SupportCoordinator)]
    public const string Close = "participations.close";
}
