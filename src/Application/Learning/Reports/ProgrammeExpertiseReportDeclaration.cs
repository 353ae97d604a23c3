using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of programmes and their expertise (KRS-27).</summary>
internal sealed class ProgrammeExpertiseReportDeclaration
    : ReportDeclaration<GetProgrammeExpertiseReport, ProgrammeExpertiseReport>
{
    public ProgrammeExpertiseReportDeclaration()
        : base("programmeExpertise", ReportPeriodKind.Days)
    {
        Each(
            "status",
            report => report.States,
            new ReportMeasures<ProgrammeStateCount>().Count("count", one => one.Count, ReportUnit.Programmes),
            [ReportDimension.Of<ProgrammeStatus>("status")],
            row => [ReportDimension.Name(row.Status)]
        );
        Each(
            "verdict",
            report => report.Verdicts,
            new ReportMeasures<ReviewVerdictCount>().Count("count", one => one.Count, ReportUnit.Reviews),
            [ReportDimension.Of<ReviewVerdict>("verdict")],
            row => [ReportDimension.Name(row.Verdict)]
        );
    }

    protected override ReportPeriod? PeriodOf(GetProgrammeExpertiseReport query, ProgrammeExpertiseReport report) =>
        new ReportPeriod(report.From, report.To);

    protected override GetProgrammeExpertiseReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
