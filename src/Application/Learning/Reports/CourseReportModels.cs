using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Report on the courses of an academic year (SPB-T02).</summary>
public sealed record CourseReport : YearReport
{
    /// <summary>Blocks of funding: the source and, where it pays by registers or contracts, which one.</summary>
    [CrossTable]
    public IReadOnlyList<CourseReportBlock> Blocks { get; init; } = [];

    /// <summary>The same by source alone.</summary>
    public IReadOnlyList<CourseReportSource> Sources { get; init; } = [];

    public CourseReportTotal Total { get; init; } = null!;
}

/// <summary>Learners of several courses; <c>value</c> is autumn and spring together.</summary>
public sealed record CourseReportTotal : ReportFigure
{
    public int LearnersAutumn { get; init; }

    public int LearnersSpring { get; init; }

    /// <summary>Courses over which the learners are counted.</summary>
    [NotPersons]
    public int Courses { get; init; }
}

/// <summary>The total of a source of funding.</summary>
public sealed record CourseReportSource
{
    public FundingSource Source { get; init; }

    /// <summary>Name of the source, in the caller's language.</summary>
    public string Name { get; init; } = "";

    public CourseReportTotal Total { get; init; } = null!;
}

/// <summary>Funding block.</summary>
public sealed record CourseReportBlock
{
    public FundingSource Source { get; init; }

    /// <summary>Name of the source, in the caller's language.</summary>
    public string Name { get; init; } = "";

    /// <summary>Register or contract of the source.</summary>
    public string? Reference { get; init; }

    public IReadOnlyList<CourseReportSite> Sites { get; init; } = [];

    public CourseReportTotal Total { get; init; } = null!;
}

/// <summary>A site within a block.</summary>
public sealed record CourseReportSite
{
    /// <summary>Where lessons are held; null: courses without a site of their own.</summary>
    public string? Site { get; init; }

    public IReadOnlyList<CourseReportRow> Courses { get; init; } = [];

    public CourseReportTotal Total { get; init; } = null!;
}

/// <summary>A row of the report: a course.</summary>
public sealed record CourseReportRow : ReportLine
{
    public Guid CourseId { get; init; }

    [NotPersons]
    public int Number { get; init; }

    public string Title { get; init; } = "";

    public StudyForm Form { get; init; }

    /// <summary>Name of the form, in the caller's language.</summary>
    public string FormName { get; init; } = "";

    public CourseSeason Season { get; init; }

    /// <summary>Name of the season, in the caller's language.</summary>
    public string SeasonName { get; init; } = "";

    public int LearnersAutumn { get; init; }

    public int LearnersSpring { get; init; }

    public int LearnersTotal { get; init; }
}
