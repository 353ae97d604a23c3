namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Result of the final assessment.</summary>
public enum FinalResult
{
    /// <summary>Passed.</summary>
    Passed,

    /// <summary>Failed.</summary>
    Failed,

    /// <summary>Absent.</summary>
    Absent,
}
