namespace MethodCenter.Domain.Common.Norms;

/// <summary>How far a norm can be trusted: whether the official text has been seen.</summary>
public enum NormConfidence
{
    /// <summary>Seen in a public copy of the act or several independent sources.</summary>
    Seen,

    /// <summary>General knowledge of the field; check against the official text before relying on it.</summary>
    Assumed,

    /// <summary>A choice of the centre: the act leaves it open.</summary>
    Local,
}

/// <summary>One edition of a norm: a value, the days on which it is in force, and its basis (GEN-1).</summary>
/// <param name="Code">What is regulated, e.g. <c>attestation.validity-years</c>.</param>
/// <param name="Value">The value in invariant form; null: the norm sets none («без срока»).</param>
/// <param name="ValidFrom">First day in force; null: since ever.</param>
/// <param name="ValidTo">Last day in force; null: until further notice.</param>
/// <param name="Rule">Rule of this project that the norm feeds, e.g. <c>ATT-15</c>.</param>
/// <param name="Basis">The act, as people cite it.</param>
/// <param name="Confidence">How far it can be trusted.</param>
public sealed record NormVersion(
    string Code,
    string? Value,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Rule,
    string Basis,
    NormConfidence Confidence = NormConfidence.Seen
)
{
    public bool InForce(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    public RuleReference ToRule() => new(Rule, Basis, ValidFrom);
}
