using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Career.Reports;

/// <summary>The report of attestations as a table: categories by type of institution.</summary>
internal static class AttestationReportWorkbook
{
    public static ReportWorkbook Of(AttestationReport report) =>
        new()
        {
            Title = "Отчёт об аттестации",
            Parameters = report.AcademicYear is { } year
                ? [ReportParameter.Naming("Учебный год", year.ToString()), .. Days(report, year)]
                : [.. Days(report, null)],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Categories(report)],
        };

    /// <summary>The days, where they are not those of the year.</summary>
    private static IEnumerable<ReportParameter> Days(AttestationReport report, AcademicYear? year)
    {
        if (report.From != year?.From)
        {
            yield return ReportParameter.Naming("Решения с", report.From);
        }

        if (report.To != year?.To)
        {
            yield return ReportParameter.Naming("Решения по", report.To);
        }
    }

    private static ReportTable Categories(AttestationReport report)
    {
        List<ReportRow> rows =
        [
            .. report.Rows.Select(row => Row(report, row)),
            new(
                ["Всего", .. report.Columns.Select(column => (ReportCell)column.Total.Value), .. Figures(report.Total)],
                IsTotal: true
            ),
        ];
        if (report.Conformity is { } conformity)
        {
            rows.Add(Row(report, conformity));
        }

        rows.AddRange(report.Marks.Select(mark => Row(report, mark)));
        rows.Add(
            new([
                "Без категории и соответствия",
                .. report.Columns.Select(_ => ReportCell.Empty),
                .. Figures(report.None),
            ])
        );
        return new ReportTable(
            "Аттестация",
            [
                new("Категория", 40),
                .. report.Columns.Select(column => new ReportColumn(Texts.Texts.Name(column.Group, english: false))),
                new("Всего, чел."),
                new("Решений"),
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
            .. Figures(row.Total),
        ]);

    private static IEnumerable<ReportCell> Figures(AttestationFigure figure) =>
        [figure.Value, figure.Decisions, figure.Stated, figure.Difference];
}
