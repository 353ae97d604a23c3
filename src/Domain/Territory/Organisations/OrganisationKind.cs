namespace MethodCenter.Domain.Territory.Organisations;

/// <summary>Kind of educational organisation.</summary>
public enum OrganisationKind
{
    /// <summary>Secondary general school («СОШ»).</summary>
    SecondarySchool,

    /// <summary>Basic general school («ООШ»).</summary>
    BasicSchool,

    /// <summary>Primary general school («НОШ»).</summary>
    PrimarySchool,

    /// <summary>Gymnasium.</summary>
    Gymnasium,

    /// <summary>Lyceum.</summary>
    Lyceum,

    /// <summary>Boarding school.</summary>
    BoardingSchool,

    /// <summary>Kindergarten («ДОУ»).</summary>
    Kindergarten,

    /// <summary>Institution of additional education («УДОД»).</summary>
    AdditionalEducation,

    /// <summary>Centre of psychological, pedagogical, medical and social help («ППМС»).</summary>
    SupportCentre,

    /// <summary>Children's health and education centre, camp («ДООПЦ»).</summary>
    RecreationCentre,

    /// <summary>Methodical centre.</summary>
    MethodicalCentre,

    /// <summary>Education authority.</summary>
    EducationAuthority,

    /// <summary>College, or another organisation of vocational education.</summary>
    College,

    /// <summary>Another organisation, or the centre's entry for private persons.</summary>
    Other,
}

/// <summary>Type of institution in summary tables: «ОУ», «ДОУ», «УДОД».</summary>
public enum InstitutionGroup
{
    /// <summary>General education institutions («ОУ»).</summary>
    School,

    /// <summary>Preschool institutions («ДОУ»).</summary>
    Preschool,

    /// <summary>Institutions of additional education of children («УДОД»).</summary>
    AdditionalEducation,

    /// <summary>Other: centres, authorities, camps.</summary>
    Other,
}

/// <summary>Status of an organisation.</summary>
public enum OrganisationStatus
{
    /// <summary>Active.</summary>
    Active,

    /// <summary>Suspended (repairs, standstill).</summary>
    Suspended,

    /// <summary>Closed, or merged into another.</summary>
    Closed,
}

/// <summary>Whose property the organisation is.</summary>
public enum OrganisationOwnership
{
    /// <summary>Municipal.</summary>
    Municipal,

    /// <summary>Of the region, or of a city that is one.</summary>
    Regional,

    /// <summary>Federal.</summary>
    Federal,

    /// <summary>Private.</summary>
    Private,
}

/// <summary>Which level of authority the organisation answers to; a school of the city may answer to its district.</summary>
public enum OrganisationSubordination
{
    /// <summary>The municipality, or the district of a city.</summary>
    District,

    /// <summary>The region, or the city as a whole.</summary>
    Regional,

    /// <summary>A federal authority.</summary>
    Federal,
}

/// <summary>What follows from the kind of an institution.</summary>
public static class OrganisationKinds
{
    /// <summary>The column of a summary table to which the kind belongs.</summary>
    public static InstitutionGroup Group(this OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.SecondarySchool
            or OrganisationKind.BasicSchool
            or OrganisationKind.PrimarySchool
            or OrganisationKind.Gymnasium
            or OrganisationKind.Lyceum
            or OrganisationKind.BoardingSchool => InstitutionGroup.School,
            OrganisationKind.Kindergarten => InstitutionGroup.Preschool,
            OrganisationKind.AdditionalEducation => InstitutionGroup.AdditionalEducation,
            _ => InstitutionGroup.Other,
        };
}
