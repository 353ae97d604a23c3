using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of applications (POL-24).</summary>
internal sealed class ApplicationReportDeclaration : ReportDeclaration<GetApplicationReport, ApplicationReport>
{
    public ApplicationReportDeclaration()
        : base("applications", ReportPeriodKind.Days)
    {
        var counts = new ReportMeasures<ApplicationCounts>()
            .Count("requested", one => one.Requested, ReportUnit.Applications)
            .Count("satisfied", one => one.Satisfied, ReportUnit.Applications)
            .Count("completed", one => one.Completed, ReportUnit.Applications)
            .Count("waiting", one => one.Waiting, ReportUnit.Applications)
            .Count("refused", one => one.Refused, ReportUnit.Applications)
            .Share("satisfiedPercent", one => one.SatisfiedPercent, "satisfied", "requested");
        One("total", report => report.Total, counts);
        Each(
            "campaign",
            report => report.Campaigns,
            counts,
            [new ReportDimension("campaign")],
            row => [row.Title],
            "total"
        );
        Each(
            "programme",
            report => report.Programmes,
            counts,
            [new ReportDimension("programme")],
            row => [row.Title],
            "total"
        );
        Each(
            "organisation",
            report => report.Organisations,
            counts,
            [new ReportDimension("organisation")],
            row => [row.Organisation.Code],
            "total"
        );
    }

    protected override ReportPeriod? PeriodOf(GetApplicationReport query, ApplicationReport report) =>
        query.CampaignId is null ? new ReportPeriod(report.From, report.To) : null;

    protected override GetApplicationReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
