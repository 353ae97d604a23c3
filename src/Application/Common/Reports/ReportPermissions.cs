using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Common.Reports;

public static class ReportPermissions
{
    /// <summary>Reports of the whole centre: counts, no persons.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.AttestationSpecialist, Role.SupportCoordinator, Role.Analyst)]
    public const string Read = "reports.read";

    /// <summary>What reports there are, as far as the caller may read them.</summary>
    [HeldBy(
        Role.Methodist,
        Role.Registrar,
        Role.AttestationSpecialist,
        Role.SupportCoordinator,
        Role.SchoolOperator,
        Role.Curator,
        Role.Analyst
    )]
    public const string List = "reports.list";

    /// <summary>Cells of fewer than five persons, parts of a year, selections and names in reports; without it: aggregates only.</summary>
    [HeldBy(
        Role.Methodist,
        Role.Registrar,
        Role.AttestationSpecialist,
        Role.SupportCoordinator,
        Role.SchoolOperator,
        Role.Curator
    )]
    public const string ReadDetails = "reports.read-details";

    /// <summary>Counts of training by organisation, of those within the caller's reach: applications, needs, topics. No persons.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.Analyst)]
    public const string ReadTrainingCounts = "reports.read-training-counts";
}
