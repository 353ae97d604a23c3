namespace MethodCenter.Domain.Territory.Accounts;

/// <summary>Role: a set of permissions. What each may do is written in the README.</summary>
public enum Role
{
    /// <summary>System administrator: centres and accounts of all centres, no business data.</summary>
    SystemAdministrator,

    /// <summary>Centre administrator: everything within one centre.</summary>
    CentreAdministrator,

    /// <summary>Methodist: courses, events, consultations; no insurance numbers («СНИЛС»).</summary>
    Methodist,

    /// <summary>Registrar: employees with their personal data, enrolment, certificates.</summary>
    Registrar,

    /// <summary>Attestation specialist.</summary>
    AttestationSpecialist,

    /// <summary>School operator: own organisation only.</summary>
    SchoolOperator,

    /// <summary>Municipal coordinator of support programmes.</summary>
    SupportCoordinator,

    /// <summary>Curator: assigned schools only.</summary>
    Curator,

    /// <summary>Expert.</summary>
    Expert,

    /// <summary>Analyst: aggregates only, no persons.</summary>
    Analyst,

    /// <summary>Auditor: logs, no content.</summary>
    Auditor,
}

/// <summary>What follows from a role.</summary>
public static class Roles
{
    /// <summary>Roles that are meaningless without organisations to which they are limited.</summary>
    public static bool NeedsOrganisation(this Role role) => role is Role.SchoolOperator or Role.Curator;
}
