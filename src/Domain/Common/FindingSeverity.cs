namespace MethodCenter.Domain.Common;

/// <summary>Kind of a finding.</summary>
public enum FindingSeverity
{
    /// <summary>A problem: the row is refused.</summary>
    Problem,

    /// <summary>A warning: the row is accepted but doubtful.</summary>
    Warning,

    /// <summary>A difference from the database; only for a comparison.</summary>
    Difference,
}
