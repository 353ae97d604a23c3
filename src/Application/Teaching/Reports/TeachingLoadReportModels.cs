using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Teaching.Reports;

/// <summary>Report on the teaching load: rates, groups and hours by line and teacher (SPB-22).</summary>
public sealed record TeachingLoadReport : StatedReport
{
    public AcademicYear AcademicYear { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The norm: academic hours for each rate in a year.</summary>
    [NotPersons]
    public int HoursPerRate { get; init; }

    /// <summary>The norm: groups for each rate in a year.</summary>
    [NotPersons]
    public int GroupsPerRate { get; init; }

    /// <summary>Lines that have rates, courses or lessons in the year.</summary>
    public IReadOnlyList<TeachingLoadLine> Lines { get; init; } = [];

    public TeachingLoadTotal Total { get; init; } = new();

    /// <summary>By name, each by line.</summary>
    [NamesPersons]
    public IReadOnlyList<TeachingLoadTeacher> Teachers { get; init; } = [];
}

/// <summary>Часы занятий.</summary>
[NotPersons]
public record TeachingLoadHours
{
    /// <summary>Academic hours in the timetable, without cancelled lessons.</summary>
    public int HoursPlanned { get; init; }

    /// <summary>Of these, the hours of lessons whose attendance is recorded.</summary>
    public int HoursGiven { get; init; }

    /// <summary>Of the planned hours, those of off-site lessons.</summary>
    public int HoursOffSite { get; init; }

    /// <summary>Off-site lessons in the timetable.</summary>
    public int LessonsOffSite { get; init; }
}

/// <summary>Plan and fact.</summary>
public record TeachingLoadTotal : TeachingLoadHours, IReportLine
{
    /// <summary>
    /// The row of the report: a published figure is recorded under it, with <c>#</c> and the name of the member where it
    /// is not the first measure.
    /// </summary>
    public string Key { get; private set; } = "";

    /// <summary>Published figures of the row beside the computed ones; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatedCell>? StatedFigures { get; private set; }

    /// <summary>Rates by the norms of the first day of the year.</summary>
    [NotPersons]
    public int Rates { get; init; }

    /// <summary>Rates times the groups for each rate.</summary>
    [NotPersons]
    public int GroupsByNorm { get; init; }

    /// <summary>Groups of the year's courses: one in each half-year in which a course runs.</summary>
    [NotPersons]
    public int Groups { get; init; }

    /// <summary>Actual groups minus those by the norm.</summary>
    [NotPersons]
    public int GroupsDifference { get; init; }

    /// <summary>Rates times the hours for each rate.</summary>
    [NotPersons]
    public int HoursByNorm { get; init; }

    /// <summary>Hours of the programme times groups.</summary>
    [NotPersons]
    public int HoursOfGroups { get; init; }

    /// <summary>How many rates those hours make up, to two decimal places.</summary>
    public decimal RatesOfGroups { get; init; }

    /// <summary>Learners who hold a seat or have completed.</summary>
    public int Learners { get; init; }

    /// <summary>Learners for each group, to one decimal place; null: there is no group.</summary>
    public decimal? LearnersPerGroup { get; init; }

    void IReportLine.TakeKey(string key) => Key = key;

    void IReportLine.TakeStated(IReadOnlyList<StatedCell>? figures) => StatedFigures = figures;
}

/// <summary>Plan and fact of a line.</summary>
public sealed record TeachingLoadLine : TeachingLoadTotal
{
    public ProgrammeLine Line { get; init; }

    /// <summary>The norm of the size of a group (DPO-10); null: the centre has none.</summary>
    public int? GroupSizeByNorm { get; init; }
}

/// <summary>Load of a teacher within a line.</summary>
public sealed record TeachingLoadTeacher : TeachingLoadHours
{
    public Guid EmployeeId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    public ProgrammeLine Line { get; init; }

    /// <summary>How many rates the planned hours make up, to two decimal places.</summary>
    public decimal RatesPlanned { get; init; }
}
