namespace MethodCenter.Domain.Learning.Orders;

/// <summary>Вид приказа.</summary>
public enum OrderKind
{
    /// <summary>О зачислении.</summary>
    Enrolment,

    /// <summary>Об отчислении в связи с завершением обучения.</summary>
    Completion,

    /// <summary>Об отчислении до завершения обучения.</summary>
    Expulsion,
}

/// <summary>Состояние приказа.</summary>
public enum OrderState
{
    /// <summary>Проект: changes nothing yet.</summary>
    Draft,

    /// <summary>Подписан: in force.</summary>
    Signed,

    /// <summary>Отменён.</summary>
    Cancelled,
}
