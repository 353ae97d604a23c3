namespace MethodCenter.Domain.Territory.Accounts;

/// <summary>Роль: a set of permissions. What each may do is written in the Application layer and in the README.</summary>
public enum Role
{
    /// <summary>Администратор системы: centres and accounts of all centres, no business data.</summary>
    SystemAdministrator,

    /// <summary>Администратор центра: everything within one centre.</summary>
    CentreAdministrator,

    /// <summary>Методист: courses, events, consultations; no СНИЛС.</summary>
    Methodist,

    /// <summary>Специалист по документам: employees with their personal data, enrolment, certificates.</summary>
    Registrar,

    /// <summary>Специалист по аттестации.</summary>
    AttestationSpecialist,

    /// <summary>Оператор организации: own organisation only.</summary>
    SchoolOperator,

    /// <summary>Муниципальный координатор программ поддержки.</summary>
    SupportCoordinator,

    /// <summary>Куратор: assigned schools only.</summary>
    Curator,

    /// <summary>Эксперт.</summary>
    Expert,

    /// <summary>Аналитик: aggregates only, no persons.</summary>
    Analyst,

    /// <summary>Аудитор: logs, no content.</summary>
    Auditor,
}

/// <summary>What follows from a role.</summary>
public static class Roles
{
    /// <summary>Roles that are meaningless without organisations to which they are limited.</summary>
    public static bool NeedsOrganisation(this Role role) => role is Role.SchoolOperator or Role.Curator;
}
