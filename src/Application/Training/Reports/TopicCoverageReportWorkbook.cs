using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The coverage of a topic as tables: organisations with shares, and applications.</summary>
internal static class TopicCoverageReportWorkbook
{
    public static ReportWorkbook Of(TopicCoverageReport report) =>
        new()
        {
            Title = "Отчёт об обученности педагогов по теме",
            Parameters =
            [
                ReportParameter.Naming("Тема", report.Topic),
                ReportParameter.Naming("На дату", report.AsOf),
                new("Обучение действует, месяцев", report.ValidMonths),
                new("Считается обучение, завершённое с", report.ValidFrom),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                new(
                    "Организации",
                    [
                        new("Организация", 40),
                        new("Педагогов (n)"),
                        new("Обучены"),
                        ReportColumn.Share("Обучены, % от n"),
                        new("Обучение устарело"),
                        ReportColumn.Share("Устарело, % от n"),
                        new("Не обучались"),
                        ReportColumn.Share("Не обучались, % от n"),
                    ],
                    [
                        .. report.Organisations.Select(one => Row(one.Organisation.ShortName, one, isTotal: false)),
                        Row("Всего", report.Total, isTotal: true),
                    ]
                ),
                new(
                    "Заявки",
                    [
                        new("Программа", 60),
                        new("Подано (n)"),
                        new("Удовлетворено"),
                        ReportColumn.Share("Удовлетворено, % от n"),
                    ],
                    [
                        .. report.Programmes.Select(one => Row(one.Title, one, isTotal: false)),
                        Row("Всего", report.Applications, isTotal: true),
                    ]
                ),
            ],
        };

    private static ReportRow Row(string name, TopicCoverageCounts counts, bool isTotal) =>
        new(
            [
                name,
                counts.Base,
                counts.Valid.Count,
                counts.Valid.Percent,
                counts.Expired.Count,
                counts.Expired.Percent,
                counts.Never.Count,
                counts.Never.Percent,
            ],
            isTotal
        );

    private static ReportRow Row(string name, TopicApplicationCounts counts, bool isTotal) =>
        new([name, counts.Requested, counts.Satisfied, counts.SatisfiedPercent], isTotal);
}
