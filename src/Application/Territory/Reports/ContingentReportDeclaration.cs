using System.Globalization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Territory.Reports;

/// <summary>Cells of the report of schools and pupils.</summary>
internal sealed class ContingentReportDeclaration : ReportDeclaration<GetContingentReport, ContingentReport>
{
    /// <summary>Stands in the key of the row whose ownership is not known.</summary>
    private const string NotKnown = "notKnown";

    public ContingentReportDeclaration()
        : base("contingent", ReportPeriodKind.AcademicYear)
    {
        var counts = new ReportMeasures<ContingentCounts>()
            .Count("pupils", one => one.Pupils, ReportUnit.Pupils)
            .Count("classes", one => one.Classes, ReportUnit.Classes)
            .Count("schools", one => one.Schools, ReportUnit.Organisations)
            .Distinct("reported", one => one.Reported, ReportUnit.Organisations);
        var grade = new ReportMeasures<ContingentGrade>()
            .Count("pupils", one => one.Pupils, ReportUnit.Pupils)
            .Count("classes", one => one.Classes, ReportUnit.Classes)
            .Distinct("reported", one => one.Reported, ReportUnit.Organisations);
        var school = new ReportMeasures<ContingentOrganisation>()
            .Count("pupils", one => one.Pupils, ReportUnit.Pupils)
            .Count("classes", one => one.Classes, ReportUnit.Classes);
        One("total", report => report.Total, counts);
        Each(
            "ownership",
            report => report.Ownerships,
            counts,
            [new ReportDimension("ownership")],
            row => [row.Ownership is { } known ? ReportDimension.Name(known) : NotKnown],
            "total"
        );
        Each(
            "grade",
            report => report.Grades,
            grade,
            [new ReportDimension("grade") { IsNumber = true }],
            row => [row.Grade.ToString(CultureInfo.InvariantCulture)],
            "total"
        );
        Each(
            "organisation",
            report => report.Organisations,
            school,
            [new ReportDimension("organisation")],
            row => [row.Organisation.Code],
            "total"
        );
    }

    protected override ReportPeriod? PeriodOf(GetContingentReport query, ContingentReport report) =>
        ReportPeriod.Of(report.AcademicYear);

    protected override GetContingentReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
