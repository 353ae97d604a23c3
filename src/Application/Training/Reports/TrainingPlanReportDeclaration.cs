using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Cells of the summary of training plans (POL-23).</summary>
internal sealed class TrainingPlanReportDeclaration : ReportDeclaration<GetTrainingPlanReport, TrainingPlanReport>
{
    public TrainingPlanReportDeclaration()
        : base("trainingPlans", ReportPeriodKind.CalendarYear)
    {
        var counts = new ReportMeasures<TrainingPlanCounts>()
            .Count("planned", one => one.Planned, ReportUnit.Entries)
            .Count("applied", one => one.Applied, ReportUnit.Entries)
            .Count("inTraining", one => one.InTraining, ReportUnit.Entries)
            .Count("completed", one => one.Completed, ReportUnit.Entries)
            .Count("left", one => one.Left, ReportUnit.Entries)
            .Count("dropped", one => one.Dropped, ReportUnit.Entries)
            .Share("completedPercent", one => one.CompletedPercent, "completed", "planned")
            .Count("due", one => one.Due, ReportUnit.Persons)
            .Count("overdue", one => one.Overdue, ReportUnit.Persons);
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

    protected override ReportPeriod? PeriodOf(GetTrainingPlanReport query, TrainingPlanReport report) =>
        query.OrganisationId is null ? ReportPeriod.OfYear(report.Year) : null;

    protected override GetTrainingPlanReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
