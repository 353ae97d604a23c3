using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of the terms of delivery to the federal register (FRDO-7).</summary>
internal sealed class FrdoDeadlineReportDeclaration : ReportDeclaration<GetFrdoDeadlineReport, FrdoDeadlineReport>
{
    public FrdoDeadlineReportDeclaration()
        : base("frdoDeadlines", ReportPeriodKind.Day)
    {
        var documents = new ReportMeasures<FrdoDeadlineReport>()
            .Count("total", one => one.Total, ReportUnit.Documents)
            .Count("inTime", one => one.InTime, ReportUnit.Documents)
            .Count("warning", one => one.Warning, ReportUnit.Documents)
            .Count("overdue", one => one.Overdue, ReportUnit.Documents);
        One("total", report => report, documents);
    }

    protected override ReportPeriod? PeriodOf(GetFrdoDeadlineReport query, FrdoDeadlineReport report) =>
        ReportPeriod.Of(report.AsOf);

    protected override GetFrdoDeadlineReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
