using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Office.Reports;

/// <summary>The report of the trained as tables: by provider, kind and hours, and by programme.</summary>
internal static class TrainedByProviderReportWorkbook
{
    public static ReportWorkbook Of(TrainedByProviderReport report) =>
        new()
        {
            Title = "Отчёт об обученных по провайдерам",
            Parameters = [ReportParameter.Naming("Учебный год", report.AcademicYear.ToString())],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Hours(report), Programmes(report)],
        };

    private static ReportTable Hours(TrainedByProviderReport report)
    {
        var rows = new List<ReportRow>();
        foreach (var provider in report.Providers)
        {
            rows.AddRange(
                provider.Hours.Select(hours =>
                    ReportRow.Of(
                        provider.Provider,
                        ReportCell.Named(hours.Kind),
                        hours.Hours,
                        hours.Value,
                        hours.Stated,
                        hours.Difference
                    )
                )
            );
            rows.Add(Total($"Итого: {provider.Provider}", provider.Total));
        }

        rows.Add(Total("Всего", report.Total));
        return new ReportTable(
            "По объёму",
            [
                new("Провайдер", 40),
                new("Вид программы", 34),
                new("Часов"),
                new("Обучено"),
                new("Опубликовано"),
                new("Расхождение"),
            ],
            rows
        );
    }

    private static ReportTable Programmes(TrainedByProviderReport report)
    {
        var rows =
            from provider in report.Providers
            from programme in provider.Programmes
            select ReportRow.Of(
                provider.Provider,
                programme.Title,
                ReportCell.Named(programme.Kind),
                programme.Hours,
                programme.Learners
            );
        return new ReportTable(
            "По программам",
            [new("Провайдер", 40), new("Программа", 60), new("Вид программы", 34), new("Часов"), new("Обучено")],
            [
                .. rows,
                ReportRow.Total("Всего", ReportCell.Empty, ReportCell.Empty, ReportCell.Empty, report.Total.Value),
            ]
        );
    }

    private static ReportRow Total(string label, ReportFigure total) =>
        ReportRow.Total(label, ReportCell.Empty, ReportCell.Empty, total.Value, total.Stated, total.Difference);
}
