using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Documents issued as tables: by kind, month and programme.</summary>
internal static class CertificateReportWorkbook
{
    private static readonly ReportColumn[] Figures = [new("Выдано"), new("Взамен прежних"), new("Аннулировано")];

    public static ReportWorkbook Of(CertificateReport report) =>
        new()
        {
            Title = "Отчёт о выданных документах",
            Parameters =
            [
                ReportParameter.Naming("Выданы с", report.From),
                ReportParameter.Naming("Выданы по", report.To),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                new(
                    "Виды",
                    [new("Вид документа", 40), .. Figures],
                    [
                        .. report.Kinds.Select(one => Row([ReportCell.Named(one.Kind)], one)),
                        Row(["Всего"], report.Total, isTotal: true),
                    ]
                ),
                new(
                    "Месяцы",
                    [
                        ReportColumn.Ordinal("Год", 8),
                        ReportColumn.Ordinal("Месяц", 8),
                        new("Вид документа", 40),
                        .. Figures,
                    ],
                    [
                        .. report.Months.Select(one => Row([one.Year, one.Month, ReportCell.Named(one.Kind)], one)),
                        Row(["Всего", ReportCell.Empty, ReportCell.Empty], report.Total, isTotal: true),
                    ]
                ),
                new(
                    "Программы",
                    [new("Программа", 60), new("Часов"), new("Вид документа", 40), .. Figures],
                    [
                        .. report.Programmes.Select(one =>
                            Row([one.Title, one.Hours, ReportCell.Named(one.Kind)], one)
                        ),
                        Row(["Всего", ReportCell.Empty, ReportCell.Empty], report.Total, isTotal: true),
                    ]
                ),
            ],
        };

    private static ReportRow Row(ReportCell[] names, CertificateCounts counts, bool isTotal = false) =>
        new([.. names, counts.Issued, counts.Replacements, counts.Annulled], isTotal);
}
