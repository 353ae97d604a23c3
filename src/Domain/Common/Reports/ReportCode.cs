namespace MethodCenter.Domain.Common.Reports;

/// <summary>Отчёт, показатели которого центр публикует.</summary>
public enum ReportCode
{
    /// <summary>Курсы учебного года по блокам и площадкам (SPB-T02).</summary>
    Courses,

    /// <summary>Аттестация учебного года: категория × тип учреждения (SPB-T12).</summary>
    Attestations,

    /// <summary>Обученные за учебный год: провайдер × вид × часы (SPB-18).</summary>
    TrainedByProvider,
}
