using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Report on enrolled and completed learners: line × funding (SPB-71).</summary>
public sealed record EnrolledCompletedReport : StatedReport
{
    /// <summary>The academic year that the period is; null: other days.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of the period; a course belongs to it by its last day.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    [CrossTable]
    public IReadOnlyList<EnrolledCompletedRow> Rows { get; init; } = [];

    /// <summary>The same by line alone.</summary>
    public IReadOnlyList<EnrolledCompletedLine> Lines { get; init; } = [];

    /// <summary>The same by source of funding alone.</summary>
    public IReadOnlyList<EnrolledCompletedSource> Sources { get; init; } = [];

    public EnrolledCompletedCounts Total { get; init; } = new();
}

/// <summary>Enrolled and completed.</summary>
public record EnrolledCompletedCounts : ReportLine
{
    [NotPersons]
    public int Programmes { get; init; }

    /// <summary>A course with learners of two sources of funding counts in both, and once in the totals.</summary>
    [NotPersons]
    public int Courses { get; init; }

    /// <summary>Base (<c>n</c>): those who have held a seat, whatever became of it.</summary>
    public int Enrolled { get; init; }

    public int Completed { get; init; }

    /// <summary>Still hold a seat: the course is not completed.</summary>
    public int Studying { get; init; }

    /// <summary>Gave up a seat before the end.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Completed as a percentage of enrolled, to one decimal place; null: nobody was enrolled.</summary>
    public decimal? CompletedPercent { get; init; }
}

/// <summary>A line within a source of funding.</summary>
public sealed record EnrolledCompletedRow : EnrolledCompletedCounts
{
    public ProgrammeLine Line { get; init; }

    public FundingSource Source { get; init; }

    /// <summary>Register or contract of the source.</summary>
    public string? Reference { get; init; }
}

/// <summary>The total of a line.</summary>
public sealed record EnrolledCompletedLine : EnrolledCompletedCounts
{
    public ProgrammeLine Line { get; init; }
}

/// <summary>The total of a source of funding.</summary>
public sealed record EnrolledCompletedSource : EnrolledCompletedCounts
{
    public FundingSource Source { get; init; }
}
