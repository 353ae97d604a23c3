using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The report of due training as tables: organisations with shares, and persons.</summary>
internal static class TrainingDueReportWorkbook
{
    public static ReportWorkbook Of(GetTrainingDueReport query, TrainingDueReport report) =>
        new()
        {
            Title = "Отчёт о сроках обучения педагогов",
            Parameters =
            [
                ReportParameter.Naming("На дату", report.AsOf),
                new("Период, лет", report.PeriodYears),
                new("Напоминание, месяцев", report.WarningMonths),
                new("Состояние (список педагогов)", ReportCell.Named(query.State)),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Organisations(report), Teachers(report)],
        };

    private static ReportTable Organisations(TrainingDueReport report) =>
        new(
            "Организации",
            [
                new("Организация", 40),
                new("Педагогов (n)"),
                new("Обучены"),
                ReportColumn.Share("Обучены, % от n"),
                new("Подходит срок"),
                ReportColumn.Share("Подходит срок, % от n"),
                new("Срок прошёл"),
                ReportColumn.Share("Срок прошёл, % от n"),
                new("Не обучались"),
                ReportColumn.Share("Не обучались, % от n"),
            ],
            [
                .. report.Organisations.Select(one => Row(one.Organisation.ShortName, one, isTotal: false)),
                Row("Всего", report.Total, isTotal: true),
            ]
        );

    private static ReportRow Row(string name, TrainingDueCounts counts, bool isTotal) =>
        new(
            [
                name,
                counts.Base,
                counts.Covered.Count,
                counts.Covered.Percent,
                counts.Due.Count,
                counts.Due.Percent,
                counts.Overdue.Count,
                counts.Overdue.Percent,
                counts.Never.Count,
                counts.Never.Percent,
            ],
            isTotal
        );

    private static ReportTable Teachers(TrainingDueReport report) =>
        new(
            "Педагоги",
            [
                new("Фамилия, имя, отчество", 40),
                new("Организация", 40),
                new("Состояние", 24),
                new("Последнее обучение"),
                new("Обучить до"),
            ],
            [
                .. report.Employees.Items.Select(person =>
                    ReportRow.Of(
                        person.FullName,
                        person.Organisation.ShortName,
                        ReportCell.Named(person.State),
                        person.LastCompletedOn,
                        person.DueOn
                    )
                ),
            ]
        );
}
