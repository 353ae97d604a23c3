using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Отчёт о зачисленных и завершивших обучение: линия × финансирование (SPB-71).</summary>
public sealed record EnrolledCompletedReport
{
    /// <summary>Учебный год; null: the period is asked for by days.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of the period; courses are of it by their last day.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public IReadOnlyList<EnrolledCompletedRow> Rows { get; init; } = [];

    /// <summary>The same by line alone.</summary>
    public IReadOnlyList<EnrolledCompletedLine> Lines { get; init; } = [];

    /// <summary>The same by source of funding alone.</summary>
    public IReadOnlyList<EnrolledCompletedSource> Sources { get; init; } = [];

    public EnrolledCompletedCounts Total { get; init; } = new();
}

/// <summary>Зачислено и завершили.</summary>
public record EnrolledCompletedCounts
{
    public int Programmes { get; init; }

    public int Courses { get; init; }

    /// <summary>База (n): who has had a seat, whatever became of it.</summary>
    public int Enrolled { get; init; }

    public int Completed { get; init; }

    /// <summary>Have a seat still: the course is not completed.</summary>
    public int Studying { get; init; }

    /// <summary>Left a seat before the end.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Completed of the enrolled, to a tenth; null: nobody was enrolled.</summary>
    public decimal? CompletedPercent { get; init; }
}

/// <summary>Линия в источнике финансирования.</summary>
public sealed record EnrolledCompletedRow : EnrolledCompletedCounts
{
    public ProgrammeLine Line { get; init; }

    public FundingSource Source { get; init; }

    /// <summary>Register or contract of the source.</summary>
    public string? Reference { get; init; }
}

/// <summary>Итог линии.</summary>
public sealed record EnrolledCompletedLine : EnrolledCompletedCounts
{
    public ProgrammeLine Line { get; init; }
}

/// <summary>Итог источника финансирования.</summary>
public sealed record EnrolledCompletedSource : EnrolledCompletedCounts
{
    public FundingSource Source { get; init; }
}
