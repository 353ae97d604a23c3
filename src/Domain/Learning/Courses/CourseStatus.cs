namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Состояние курса.</summary>
public enum CourseStatus
{
    /// <summary>Зарегистрирован: nobody can enrol yet.</summary>
    Registered,

    /// <summary>Набор открыт.</summary>
    RegistrationOpen,

    /// <summary>Набор закрыт, идёт обучение.</summary>
    RegistrationClosed,

    /// <summary>Завершён.</summary>
    Completed,

    /// <summary>Отменён.</summary>
    Cancelled,
}

/// <summary>Сезон (полугодие) курса.</summary>
public enum CourseSeason
{
    /// <summary>Осень: September – December.</summary>
    Autumn,

    /// <summary>Весна: January – June.</summary>
    Spring,

    /// <summary>Осень и весна: groups in both half-years.</summary>
    AutumnAndSpring,
}

/// <summary>Half of the academic year in which a learner studies; the columns of the course table (SPB-T02).</summary>
public enum HalfYear
{
    /// <summary>Осень.</summary>
    Autumn,

    /// <summary>Весна.</summary>
    Spring,
}

/// <summary>Блок финансирования (SPB-20, KRS-28).</summary>
public enum FundingSource
{
    /// <summary>План-заказ: государственное (муниципальное) задание.</summary>
    StateAssignment,

    /// <summary>Договоры сетевой реализации.</summary>
    NetworkContract,

    /// <summary>Персонифицированная модель.</summary>
    PersonifiedModel,

    /// <summary>Платная основа (внебюджет).</summary>
    Paid,
}

/// <summary>Funding block of a course: the source and, where one pays by registers or contracts, which.</summary>
/// <param name="Source">Who pays.</param>
/// <param name="Reference">E.g. «реестр заказа КО 2020»; null where there is one block of the source.</param>
public sealed record FundingBlock(FundingSource Source, string? Reference)
{
    public const int ReferenceMaxLength = 120;
}
