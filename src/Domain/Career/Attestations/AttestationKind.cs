namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Kind of attestation (ATT-2).</summary>
public enum AttestationKind
{
    /// <summary>Conformity with the post held, by the employer's commission.</summary>
    Conformity,

    /// <summary>First qualification category, by the regional commission.</summary>
    First,

    /// <summary>Highest qualification category, by the regional commission.</summary>
    Highest,

    /// <summary>Category of methodist («педагог-методист»), by the regional commission (ATT-22).</summary>
    Methodist,

    /// <summary>Category of mentor («педагог-наставник»), by the regional commission (ATT-22).</summary>
    Mentor,
}

/// <summary>What the commission decided.</summary>
public enum AttestationOutcome
{
    /// <summary>Category set; for conformity: the employee conforms with the post.</summary>
    Granted,

    /// <summary>Category refused; for conformity: the employee does not conform with the post.</summary>
    Refused,
}

/// <summary>Whether the record counts.</summary>
public enum AttestationState
{
    /// <summary>Counts.</summary>
    Recorded,

    /// <summary>Entered by mistake: kept with the reason, no longer counts.</summary>
    Annulled,
}
