using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Cells of the report of the retraining of heads (POL-27).</summary>
internal sealed class ManagementRetrainingReportDeclaration
    : ReportDeclaration<GetManagementRetrainingReport, ManagementRetrainingReport>
{
    public ManagementRetrainingReportDeclaration()
        : base("managementRetraining", ReportPeriodKind.Day)
    {
        var heads = new ReportMeasures<ManagementRetrainingCounts>()
            .Count("base", one => one.Base, ReportUnit.Persons)
            .Count("retrained", one => one.Retrained.Count, ReportUnit.Persons)
            .Share("retrainedPercent", one => one.Retrained.Percent, "retrained", "base");
        One("total", report => report.Total, heads);
        Each(
            "position",
            report => report.Positions,
            heads,
            [new ReportDimension("position")],
            row => [row.Position],
            "total"
        );
    }

    protected override ReportPeriod? PeriodOf(GetManagementRetrainingReport query, ManagementRetrainingReport report) =>
        query.OrganisationId is null && query.PositionId is null ? ReportPeriod.Of(report.AsOf) : null;

    protected override GetManagementRetrainingReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
