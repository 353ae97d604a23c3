using System.Globalization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of issued certificates.</summary>
internal sealed class CertificateReportDeclaration : ReportDeclaration<GetCertificateReport, CertificateReport>
{
    public CertificateReportDeclaration()
        : base("certificates", ReportPeriodKind.Days)
    {
        var counts = new ReportMeasures<CertificateCounts>()
            .Count("issued", one => one.Issued, ReportUnit.Documents)
            .Count("replacements", one => one.Replacements, ReportUnit.Documents)
            .Count("annulled", one => one.Annulled, ReportUnit.Documents);
        var kind = ReportDimension.Of<CertificateKind>("kind");
        One("total", report => report.Total, counts);
        Each("kind", report => report.Kinds, counts, [kind], row => [ReportDimension.Name(row.Kind)], "total");
        Each(
            "month",
            report => report.Months,
            counts,
            [new ReportDimension("month"), kind],
            row => [$"{row.Year:0000}-{row.Month:00}", ReportDimension.Name(row.Kind)],
            "total",
            "kind"
        );
        Each(
            "programme",
            report => report.Programmes,
            counts,
            [kind, new ReportDimension("hours") { IsNumber = true }, new ReportDimension("title")],
            row => [ReportDimension.Name(row.Kind), row.Hours.ToString(CultureInfo.InvariantCulture), row.Title],
            "total",
            "kind"
        );
    }

    protected override ReportPeriod? PeriodOf(GetCertificateReport query, CertificateReport report) =>
        new ReportPeriod(report.From, report.To);

    protected override GetCertificateReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
