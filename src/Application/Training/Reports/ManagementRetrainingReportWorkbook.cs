using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The retraining of heads as tables: positions with shares, and who has none.</summary>
internal static class ManagementRetrainingReportWorkbook
{
    public static ReportWorkbook Of(ManagementRetrainingReport report) =>
        new()
        {
            Title = "Отчёт о переподготовке руководителей",
            Parameters = [ReportParameter.Naming("На дату", report.AsOf)],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                new(
                    "Должности",
                    [
                        new("Должность", 40),
                        new("Руководителей (n)"),
                        new("Прошли переподготовку"),
                        ReportColumn.Share("Прошли, % от n"),
                    ],
                    [
                        .. report.Positions.Select(one => Row(one.Position, one, isTotal: false)),
                        Row("Всего", report.Total, isTotal: true),
                    ]
                ),
                new(
                    "Без переподготовки",
                    [new("Фамилия, имя, отчество", 40), new("Должность", 30), new("Организация", 40)],
                    [
                        .. report.Without.Items.Select(person =>
                            ReportRow.Of(person.FullName, person.Position, person.Organisation.ShortName)
                        ),
                    ]
                ),
            ],
        };

    private static ReportRow Row(string name, ManagementRetrainingCounts counts, bool isTotal) =>
        new([name, counts.Base, counts.Retrained.Count, counts.Retrained.Percent], isTotal);
}
