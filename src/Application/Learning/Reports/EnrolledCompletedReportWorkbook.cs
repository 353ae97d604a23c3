using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Enrolled against completed as tables: by line and funding, with both totals.</summary>
internal static class EnrolledCompletedReportWorkbook
{
    private static readonly ReportColumn[] Figures =
    [
        new("Программ"),
        new("Курсов"),
        new("Зачислено (n)"),
        new("Завершили"),
        ReportColumn.Share("Завершили, % от n"),
        new("Учатся"),
        new("Отчислены"),
    ];

    public static ReportWorkbook Of(EnrolledCompletedReport report) =>
        new()
        {
            Title = "Отчёт о зачисленных и завершивших обучение",
            Parameters =
            [
                ReportParameter.Naming("Учебный год", report.AcademicYear?.ToString()),
                ReportParameter.Naming("Курс закончился с", report.From),
                ReportParameter.Naming("Курс закончился по", report.To),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                new(
                    "Линия и финансирование",
                    [new("Линия", 20), new("Финансирование", 34), new("Реестр, договор", 30), .. Figures],
                    [
                        .. report.Rows.Select(one =>
                            Row([ReportCell.Named(one.Line), ReportCell.Named(one.Source), one.Reference], one)
                        ),
                        .. report.Lines.Select(one =>
                            Row([ReportCell.Named(one.Line), "Итого по линии", ReportCell.Empty], one, isTotal: true)
                        ),
                        .. report.Sources.Select(one =>
                            Row(["Итого", ReportCell.Named(one.Source), ReportCell.Empty], one, isTotal: true)
                        ),
                        Row(["Всего", ReportCell.Empty, ReportCell.Empty], report.Total, isTotal: true),
                    ]
                ),
            ],
        };

    private static ReportRow Row(ReportCell[] names, EnrolledCompletedCounts counts, bool isTotal = false) =>
        new(
            [
                .. names,
                counts.Programmes,
                counts.Courses,
                counts.Enrolled,
                counts.Completed,
                counts.CompletedPercent,
                counts.Studying,
                counts.Withdrawn,
            ],
            isTotal
        );
}
