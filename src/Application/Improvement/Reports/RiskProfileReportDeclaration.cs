using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Improvement.Reports;

/// <summary>Cells of the risk profiles (KEM-T20), which are asked for one school.</summary>
internal sealed class RiskProfileReportDeclaration : ReportDeclaration<GetRiskProfileReport, RiskProfileReport>
{
    public RiskProfileReportDeclaration()
        : base("riskProfiles", ReportPeriodKind.CalendarYear)
    {
        var factors = new ReportMeasures<RiskProfileReportEntry>()
            .Count("total", one => one.Total, ReportUnit.Factors)
            .Count("high", one => one.High, ReportUnit.Factors)
            .Count("medium", one => one.Medium, ReportUnit.Factors)
            .Count("low", one => one.Low, ReportUnit.Factors)
            .Count("priority", one => one.Priority, ReportUnit.Factors);
        Each(
            "profile",
            report => report.Profiles.Select(profile => (Report: report, Profile: profile)),
            one => one.Profile,
            factors,
            [new ReportDimension("school") { IsParameter = true }, new ReportDimension("programme")],
            one => [one.Report.OrganisationId.ToString("D"), one.Profile.SupportProgrammeName]
        );
    }

    protected override IReadOnlyList<string?> AskedFor(GetRiskProfileReport query) =>
        [query.OrganisationId.ToString("D")];

    public override string Address => "/reports/risk-profiles/{organisationId}";

    protected override ReportPeriod? PeriodOf(GetRiskProfileReport query, RiskProfileReport report) =>
        (query.Year ?? query.From?.Year) is not { } year ? null : ReportPeriod.OfYear(year);

    protected override GetRiskProfileReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        !Guid.TryParseExact(parameters[0], "D", out var school)
            ? null
            : new()
            {
                OrganisationId = school,
                From = period.From,
                To = period.To,
            };
}
