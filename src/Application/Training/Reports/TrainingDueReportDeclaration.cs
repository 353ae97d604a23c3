using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Cells of the report of the terms of training (DPO-7).</summary>
internal sealed class TrainingDueReportDeclaration : ReportDeclaration<GetTrainingDueReport, TrainingDueReport>
{
    public TrainingDueReportDeclaration()
        : base("trainingDue", ReportPeriodKind.Day)
    {
        var counts = new ReportMeasures<TrainingDueCounts>()
            .Count("base", one => one.Base, ReportUnit.Persons)
            .Count("covered", one => one.Covered.Count, ReportUnit.Persons)
            .Count("due", one => one.Due.Count, ReportUnit.Persons)
            .Count("overdue", one => one.Overdue.Count, ReportUnit.Persons)
            .Count("never", one => one.Never.Count, ReportUnit.Persons)
            .Share("coveredPercent", one => one.Covered.Percent, "covered", "base")
            .Share("duePercent", one => one.Due.Percent, "due", "base")
            .Share("overduePercent", one => one.Overdue.Percent, "overdue", "base")
            .Share("neverPercent", one => one.Never.Percent, "never", "base");
        One("total", report => report.Total, counts);
        Each(
            "organisation",
            report => report.Organisations,
            counts,
            [new ReportDimension("organisation")],
            row => [row.Organisation.Code],
            "total"
        );
    }

    protected override ReportPeriod? PeriodOf(GetTrainingDueReport query, TrainingDueReport report) =>
        query.OrganisationId is null ? ReportPeriod.Of(report.AsOf) : null;

    protected override GetTrainingDueReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
