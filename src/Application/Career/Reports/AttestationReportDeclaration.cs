using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Cells of the report of attestations (SPB-T12).</summary>
internal sealed class AttestationReportDeclaration : ReportDeclaration<GetAttestationReport, AttestationReport>
{
    public AttestationReportDeclaration()
        : base("attestations", ReportPeriodKind.AcademicYear)
    {
        var decisions = new ReportMeasures<ReportFigure>().Count("value", one => one.Value, ReportUnit.Decisions);
        var category = ReportDimension.Of<AttestationKind>("category");
        var group = ReportDimension.Of<InstitutionGroup>("group");
        One("total", report => report.Total, decisions);
        Each(
            "category",
            Rows,
            row => row.Total,
            decisions,
            [category],
            row => [ReportDimension.Name(row.Kind)],
            "total"
        );
        Each(
            "group",
            report => report.Columns,
            column => column.Total,
            decisions,
            [group],
            column => [ReportDimension.Name(column.Group)],
            "total"
        );
        Each(
            "cell",
            report => Rows(report).SelectMany(row => row.Cells.Select(cell => (Row: row, Cell: cell))),
            one => one.Cell,
            decisions,
            [category, group],
            one => [ReportDimension.Name(one.Row.Kind), ReportDimension.Name(one.Cell.Group)],
            "category",
            "group"
        );
    }

    /// <summary>Conformity stands beside the categories and in no total.</summary>
    protected internal override bool IsApart(ReportCellKind kind, IReadOnlyList<string?> values, string whole) =>
        whole is "total" or "group" && values[0] == ReportDimension.Name(AttestationKind.Conformity);

    private static IEnumerable<AttestationReportRow> Rows(AttestationReport report) =>
        report.Conformity is { } conformity ? report.Rows.Append(conformity) : report.Rows;

    protected override ReportPeriod? PeriodOf(GetAttestationReport query, AttestationReport report) =>
        ReportPeriod.Of(report.AcademicYear);

    protected override GetAttestationReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
