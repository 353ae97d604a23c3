namespace MethodCenter.Domain.Territory.Accounts;

/// <summary>Role: a set of permissions. What each may do is written in the README.</summary>
public enum Role
{
    /// <summary>System administrator: all centres and their accounts; acts in the one that <c>X-Centre</c> names.</summary>
    SystemAdministrator,

    /// <summary>Centre administrator: everything within one centre.</summary>
    CentreAdministrator,

    /// <summary>Methodist: programmes, courses, timetables, the journal, applications; no insurance numbers («СНИЛС»).</summary>
    Methodist,

    /// <summary>Registrar: employees with their personal data, enrolment, certificates.</summary>
    Registrar,

    /// <summary>Attestation specialist: decisions of commissions.</summary>
    AttestationSpecialist,

    /// <summary>School operator: own organisation only.</summary>
    SchoolOperator,

    /// <summary>Municipal coordinator of support programmes: cycles, schools, curators, outcome.</summary>
    SupportCoordinator,

    /// <summary>Curator: assigned schools only.</summary>
    Curator,

    /// <summary>Expert: reads the vocabularies.</summary>
    Expert,

    /// <summary>Analyst: aggregates only, no persons.</summary>
    Analyst,

    /// <summary>Auditor: who read and changed what; no content.</summary>
    Auditor,
}

/// <summary>What follows from a role.</summary>
public static class Roles
{
    /// <summary>Roles that are meaningless without organisations to which they are limited.</summary>
    public static bool NeedsOrganisation(this Role role) => role is Role.SchoolOperator or Role.Curator;
}
