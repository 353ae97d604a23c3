namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Вид аттестации (ATT-2).</summary>
public enum AttestationKind
{
    /// <summary>Соответствие занимаемой должности (СЗД), by the employer's commission.</summary>
    Conformity,

    /// <summary>Первая квалификационная категория, by the regional commission.</summary>
    First,

    /// <summary>Высшая квалификационная категория, by the regional commission.</summary>
    Highest,

    /// <summary>Категория «педагог-методист», by the regional commission (ATT-22).</summary>
    Methodist,

    /// <summary>Категория «педагог-наставник», by the regional commission (ATT-22).</summary>
    Mentor,
}

/// <summary>What the commission decided.</summary>
public enum AttestationOutcome
{
    /// <summary>Категория установлена; for conformity: соответствует занимаемой должности.</summary>
    Granted,

    /// <summary>В установлении категории отказано; for conformity: не соответствует занимаемой должности.</summary>
    Refused,
}

/// <summary>Does the record count.</summary>
public enum AttestationState
{
    /// <summary>Counts.</summary>
    Recorded,

    /// <summary>Entered by mistake: kept with the reason, no longer counts.</summary>
    Annulled,
}
