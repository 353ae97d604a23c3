namespace MethodCenter.Domain.Common;

/// <summary>Вид замечания.</summary>
public enum FindingSeverity
{
    /// <summary>Ошибка: the row is refused.</summary>
    Problem,

    /// <summary>Предупреждение: the row is accepted but doubtful.</summary>
    Warning,

    /// <summary>Отличие от базы; only of a comparison.</summary>
    Difference,
}
