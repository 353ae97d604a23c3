namespace MethodCenter.Domain.Territory.Organisations;

/// <summary>Вид образовательной организации.</summary>
public enum OrganisationKind
{
    /// <summary>Средняя общеобразовательная школа (СОШ).</summary>
    SecondarySchool,

    /// <summary>Основная общеобразовательная школа (ООШ).</summary>
    BasicSchool,

    /// <summary>Начальная общеобразовательная школа (НОШ).</summary>
    PrimarySchool,

    /// <summary>Гимназия.</summary>
    Gymnasium,

    /// <summary>Лицей.</summary>
    Lyceum,

    /// <summary>Школа-интернат.</summary>
    BoardingSchool,

    /// <summary>Детский сад (ДОУ).</summary>
    Kindergarten,

    /// <summary>Учреждение дополнительного образования (УДОД).</summary>
    AdditionalEducation,

    /// <summary>Центр психолого-педагогической, медицинской и социальной помощи (ППМС).</summary>
    SupportCentre,

    /// <summary>Детский оздоровительно-образовательный центр, лагерь (ДООПЦ).</summary>
    RecreationCentre,

    /// <summary>Методический центр.</summary>
    MethodicalCentre,

    /// <summary>Орган управления образованием.</summary>
    EducationAuthority,
}

/// <summary>Тип учреждения в сводных таблицах: ОУ, ДОУ, УДОД.</summary>
public enum InstitutionGroup
{
    /// <summary>Общеобразовательные учреждения (ОУ).</summary>
    School,

    /// <summary>Дошкольные образовательные учреждения (ДОУ).</summary>
    Preschool,

    /// <summary>Учреждения дополнительного образования детей (УДОД).</summary>
    AdditionalEducation,

    /// <summary>Прочие: центры, органы управления, лагеря.</summary>
    Other,
}

/// <summary>Состояние организации.</summary>
public enum OrganisationStatus
{
    /// <summary>Работает.</summary>
    Active,

    /// <summary>Приостановлена (ремонт, простой).</summary>
    Suspended,

    /// <summary>Закрыта или присоединена к другой.</summary>
    Closed,
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
