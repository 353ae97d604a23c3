using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Cells of the summary of training needs (POL-22).</summary>
internal sealed class TrainingNeedReportDeclaration : ReportDeclaration<GetTrainingNeedReport, TrainingNeedReport>
{
    public TrainingNeedReportDeclaration()
        : base("trainingNeeds", ReportPeriodKind.CalendarYear)
    {
        var counts = new ReportMeasures<TrainingNeedCounts>()
            .Count("people", one => one.People, ReportUnit.Persons)
            .Count("named", one => one.Named, ReportUnit.Persons)
            .Count("planned", one => one.Planned, ReportUnit.Persons)
            .Count("trained", one => one.Trained, ReportUnit.Persons)
            .Share("trainedPercent", one => one.TrainedPercent, "trained", "people");
        var organisation = new ReportDimension("organisation");
        One("total", report => report.Total, counts);
        Each(
            "organisation",
            report => report.Organisations,
            counts,
            [organisation],
            row => [row.Organisation.Code],
            "total"
        );
        Each(
            "subject",
            report => report.Subjects,
            counts,
            [new ReportDimension("subject")],
            row => [row.Subject],
            "total"
        );
        Each(
            "cell",
            report => report.Subjects.SelectMany(row => row.Organisations.Select(one => (Subject: row, Cell: one))),
            one => one.Cell,
            counts,
            [organisation, new ReportDimension("subject")],
            one => [one.Cell.Organisation.Code, one.Subject.Subject],
            "total",
            "organisation",
            "subject"
        );
    }

    protected override ReportPeriod? PeriodOf(GetTrainingNeedReport query, TrainingNeedReport report) =>
        query.OrganisationId is null ? ReportPeriod.OfYear(report.Year) : null;

    protected override GetTrainingNeedReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
