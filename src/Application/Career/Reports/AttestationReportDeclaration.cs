using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Cells of the report of attestations (SPB-T12).</summary>
internal sealed class AttestationReportDeclaration : ReportDeclaration<GetAttestationReport, AttestationReport>
{
    /// <summary>The kinds that are in a total; the others stand beside them.</summary>
    private static readonly string[] Counted = [.. AttestationTable.Categories.Select(ReportDimension.Name)];

    public AttestationReportDeclaration()
        : base("attestations", ReportPeriodKind.Days)
    {
        var persons = new ReportMeasures<AttestationFigure>()
            .Count("value", one => one.Value, ReportUnit.Persons)
            .Count("decisions", one => one.Decisions, ReportUnit.Decisions);
        var category = ReportDimension.Of<AttestationKind>("category");
        var group = ReportDimension.Of<InstitutionGroup>("group");
        One("total", report => report.Total, persons);
        Each("category", Rows, row => row.Total, persons, [category], row => [ReportDimension.Name(row.Kind)], "total");
        Each(
            "group",
            report => report.Columns,
            column => column.Total,
            persons,
            [group],
            column => [ReportDimension.Name(column.Group)],
            "total"
        );
        Each(
            "cell",
            report => Rows(report).SelectMany(row => row.Cells.Select(cell => (Row: row, Cell: cell))),
            one => one.Cell,
            persons,
            [category, group],
            one => [ReportDimension.Name(one.Row.Kind), ReportDimension.Name(one.Cell.Group)],
            "category",
            "group"
        );
        One("none", report => report.None, persons);
    }

    /// <summary>Conformity and marks stand beside the categories and in no total.</summary>
    protected internal override bool IsApart(ReportCellKind kind, IReadOnlyList<string?> values, string whole) =>
        whole is "total" or "group" && kind.Code != "group" && !Counted.Contains(values[0]);

    private static IEnumerable<AttestationReportRow> Rows(AttestationReport report) =>
        report.Conformity is { } conformity
            ? [.. report.Rows, conformity, .. report.Marks]
            : [.. report.Rows, .. report.Marks];

    protected override ReportPeriod? PeriodOf(GetAttestationReport query, AttestationReport report) =>
        new ReportPeriod(report.From, report.To);

    protected override GetAttestationReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
