using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Teaching.Reports;

/// <summary>Cells of the report of the teaching load (SPB-22); those of single teachers are nobody's published figures.</summary>
internal sealed class TeachingLoadReportDeclaration : ReportDeclaration<GetTeachingLoadReport, TeachingLoadReport>
{
    public TeachingLoadReportDeclaration()
        : base("teachingLoad", ReportPeriodKind.AcademicYear)
    {
        var load = new ReportMeasures<TeachingLoadTotal>()
            .Count("groups", one => one.Groups, ReportUnit.Groups)
            .Count("groupsByNorm", one => one.GroupsByNorm, ReportUnit.Groups)
            .Count("groupsDifference", one => one.GroupsDifference, ReportUnit.Groups)
            .Count("rates", one => one.Rates, ReportUnit.Rates)
            .Number("ratesOfGroups", one => one.RatesOfGroups, ReportUnit.Rates)
            .Count("hoursOfGroups", one => one.HoursOfGroups, ReportUnit.Hours)
            .Count("hoursByNorm", one => one.HoursByNorm, ReportUnit.Hours)
            .Count("hoursPlanned", one => one.HoursPlanned, ReportUnit.Hours)
            .Count("hoursGiven", one => one.HoursGiven, ReportUnit.Hours)
            .Count("hoursOffSite", one => one.HoursOffSite, ReportUnit.Hours)
            .Count("lessonsOffSite", one => one.LessonsOffSite, ReportUnit.Lessons)
            .Count("learners", one => one.Learners, ReportUnit.Persons)
            .Ratio("learnersPerGroup", one => one.LearnersPerGroup, "learners", "groups");
        One("total", report => report.Total, load);
        Each(
            "line",
            report => report.Lines,
            load,
            [ReportDimension.Of<ProgrammeLine>("line")],
            row => [ReportDimension.Name(row.Line)],
            "total"
        );
    }

    protected override ReportPeriod? PeriodOf(GetTeachingLoadReport query, TeachingLoadReport report) =>
        ReportPeriod.Of(report.AcademicYear);

    protected override GetTeachingLoadReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
