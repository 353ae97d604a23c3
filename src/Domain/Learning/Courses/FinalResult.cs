namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Результат итоговой аттестации.</summary>
public enum FinalResult
{
    /// <summary>Прошёл.</summary>
    Passed,

    /// <summary>Не прошёл.</summary>
    Failed,

    /// <summary>Не явился.</summary>
    Absent,
}
