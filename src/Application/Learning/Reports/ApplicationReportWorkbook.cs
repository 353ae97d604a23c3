using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>The report of applications as tables: by campaign, programme and organisation.</summary>
internal static class ApplicationReportWorkbook
{
    private static readonly ReportColumn[] Figures =
    [
        new("Подано (n)"),
        new("Удовлетворено"),
        ReportColumn.Share("Удовлетворено, % от n"),
        new("Завершено"),
        new("В листе ожидания"),
        new("Отказано"),
    ];

    public static ReportWorkbook Of(ApplicationReport report) =>
        new()
        {
            Title = "Отчёт об удовлетворении заявок",
            Parameters =
            [
                ReportParameter.Naming("Поданы с", report.From),
                ReportParameter.Naming("Поданы по", report.To),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                new(
                    "Кампании",
                    [new("Кампания", 50), new("Провайдер", 30), .. Figures],
                    [
                        .. report.Campaigns.Select(one => Row([one.Title, one.Provider], one)),
                        Row(["Всего", ReportCell.Empty], report.Total, isTotal: true),
                    ]
                ),
                new(
                    "Программы",
                    [new("Программа", 60), .. Figures],
                    [
                        .. report.Programmes.Select(one => Row([one.Title], one)),
                        Row(["Всего"], report.Total, isTotal: true),
                    ]
                ),
                new(
                    "Организации",
                    [new("Организация", 40), .. Figures],
                    [
                        .. report.Organisations.Select(one => Row([one.Organisation.ShortName], one)),
                        Row(["Всего"], report.Total, isTotal: true),
                    ]
                ),
            ],
        };

    private static ReportRow Row(ReportCell[] names, ApplicationCounts counts, bool isTotal = false) =>
        new(
            [
                .. names,
                counts.Requested,
                counts.Satisfied,
                counts.SatisfiedPercent,
                counts.Completed,
                counts.Waiting,
                counts.Refused,
            ],
            isTotal
        );
}
