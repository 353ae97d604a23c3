using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of enrolled and completed learners (SPB-71).</summary>
internal sealed class EnrolledCompletedReportDeclaration
    : ReportDeclaration<GetEnrolledCompletedReport, EnrolledCompletedReport>
{
    public EnrolledCompletedReportDeclaration()
        : base("enrolledCompleted", ReportPeriodKind.Days)
    {
        var counts = new ReportMeasures<EnrolledCompletedCounts>()
            .Count("enrolled", one => one.Enrolled, ReportUnit.Persons)
            .Count("completed", one => one.Completed, ReportUnit.Persons)
            .Count("studying", one => one.Studying, ReportUnit.Persons)
            .Count("withdrawn", one => one.Withdrawn, ReportUnit.Persons)
            .Share("completedPercent", one => one.CompletedPercent, "completed", "enrolled")
            .Distinct("courses", one => one.Courses, ReportUnit.Courses)
            .Distinct("programmes", one => one.Programmes, ReportUnit.Programmes);
        var line = ReportDimension.Of<ProgrammeLine>("line");
        var source = ReportDimension.Of<FundingSource>("source");
        One("total", report => report.Total, counts);
        Each("line", report => report.Lines, counts, [line], row => [ReportDimension.Name(row.Line)], "total");
        Each("source", report => report.Sources, counts, [source], row => [ReportDimension.Name(row.Source)], "total");
        Each(
            "row",
            report => report.Rows,
            counts,
            [line, source, new ReportDimension("reference") { IsOptional = true }],
            row => [ReportDimension.Name(row.Line), ReportDimension.Name(row.Source), row.Reference],
            "total",
            "line",
            "source"
        );
    }

    protected override ReportPeriod? PeriodOf(GetEnrolledCompletedReport query, EnrolledCompletedReport report) =>
        new ReportPeriod(report.From, report.To);

    protected override GetEnrolledCompletedReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
