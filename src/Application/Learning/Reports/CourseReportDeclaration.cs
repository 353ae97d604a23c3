using System.Globalization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of courses (SPB-T02).</summary>
internal sealed class CourseReportDeclaration : ReportDeclaration<GetCourseReport, CourseReport>
{
    public CourseReportDeclaration()
        : base("courses", ReportPeriodKind.AcademicYear)
    {
        var learners = new ReportMeasures<CourseReportTotal>()
            .Count("value", one => one.Value, ReportUnit.Persons)
            .Count("learnersAutumn", one => one.LearnersAutumn, ReportUnit.Persons)
            .Count("learnersSpring", one => one.LearnersSpring, ReportUnit.Persons)
            .Count("courses", one => one.Courses, ReportUnit.Courses);
        var ofCourse = new ReportMeasures<CourseReportRow>()
            .Count("learnersTotal", one => one.LearnersTotal, ReportUnit.Persons)
            .Count("learnersAutumn", one => one.LearnersAutumn, ReportUnit.Persons)
            .Count("learnersSpring", one => one.LearnersSpring, ReportUnit.Persons);
        var source = ReportDimension.Of<FundingSource>("source");
        var reference = new ReportDimension("reference") { IsOptional = true };
        One("total", report => report.Total, learners);
        Each(
            "source",
            report => report.Sources,
            row => row.Total,
            learners,
            [source],
            row => [ReportDimension.Name(row.Source)],
            "total"
        );
        Each(
            "block",
            report => report.Blocks,
            row => row.Total,
            learners,
            [source, reference],
            row => [ReportDimension.Name(row.Source), row.Reference],
            "total",
            "source"
        );
        Each(
            "site",
            report => report.Blocks.SelectMany(block => block.Sites.Select(site => (Block: block, Site: site))),
            row => row.Site.Total,
            learners,
            [source, reference, new ReportDimension("site") { Separator = '@', MayBeEmpty = true }],
            row => [ReportDimension.Name(row.Block.Source), row.Block.Reference, row.Site.Site],
            "total",
            "source",
            "block"
        );
        Each(
            "course",
            report => report.Blocks.SelectMany(block => block.Sites).SelectMany(site => site.Courses),
            ofCourse,
            [new ReportDimension("number") { IsNumber = true }],
            row => [row.Number.ToString(CultureInfo.InvariantCulture)]
        );
    }

    protected override ReportPeriod? PeriodOf(GetCourseReport query, CourseReport report) =>
        ReportPeriod.Of(report.AcademicYear);

    protected override GetCourseReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
