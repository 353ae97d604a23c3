using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Career.Reports;

/// <summary>The report of attestations as a table: categories by type of institution.</summary>
internal static class AttestationReportWorkbook
{
    public static ReportWorkbook Of(AttestationReport report) =>
        new()
        {
            Title = "Отчёт об аттестации учебного года",
            Parameters = [ReportParameter.Naming("Учебный год", report.AcademicYear.ToString())],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Categories(report)],
        };

    private static ReportTable Categories(AttestationReport report)
    {
        List<ReportRow> rows =
        [
            .. report.Rows.Select(row => Row(report, row)),
            new(
                [
                    "Всего",
                    .. report.Columns.Select(column => (ReportCell)column.Total.Value),
                    report.Total.Value,
                    report.Total.Stated,
                    report.Total.Difference,
                ],
                IsTotal: true
            ),
        ];
        if (report.Conformity is { } conformity)
        {
            rows.Add(Row(report, conformity));
        }

        return new ReportTable(
            "Аттестация",
            [
                new("Категория", 40),
                .. report.Columns.Select(column => new ReportColumn(Texts.Texts.Name(column.Group, english: false))),
                new("Всего"),
                new("Опубликовано"),
                new("Расхождение"),
            ],
            rows
        );
    }

    private static ReportRow Row(AttestationReport report, AttestationReportRow row) =>
        new([
            ReportCell.Named(row.Kind),
            .. report.Columns.Select(column =>
                (ReportCell)(row.Cells.FirstOrDefault(cell => cell.Group == column.Group)?.Value ?? 0)
            ),
            row.Total.Value,
            row.Total.Stated,
            row.Total.Difference,
        ]);
}
