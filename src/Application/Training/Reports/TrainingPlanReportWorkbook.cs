using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The plan-schedules of a year as tables: organisations, and who is overdue where one is asked about.</summary>
internal static class TrainingPlanReportWorkbook
{
    public static ReportWorkbook Of(TrainingPlanReport report) =>
        new()
        {
            Title = "Сводный план-график повышения квалификации",
            Parameters = [ReportParameter.Naming("Год", report.Year)],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = report.Overdue.Count == 0 ? [Organisations(report)] : [Organisations(report), Overdue(report)],
        };

    private static ReportTable Organisations(TrainingPlanReport report) =>
        new(
            "Организации",
            [
                new("Организация", 40),
                new("Подлежат обучению"),
                new("Срок прошёл"),
                new("В плане"),
                new("Подали заявку"),
                new("Обучаются"),
                new("Обучены"),
                ReportColumn.Share("Обучены, % плана"),
                new("Осталось"),
                new("Сняты"),
            ],
            [
                .. report.Organisations.Select(one => Row(one.Organisation.ShortName, one, isTotal: false)),
                Row("Всего", report.Total, isTotal: true),
            ]
        );

    private static ReportRow Row(string name, TrainingPlanCounts counts, bool isTotal) =>
        new(
            [
                name,
                counts.Due,
                counts.Overdue,
                counts.Planned,
                counts.Applied,
                counts.InTraining,
                counts.Completed,
                counts.CompletedPercent,
                counts.Left,
                counts.Dropped,
            ],
            isTotal
        );

    private static ReportTable Overdue(TrainingPlanReport report) =>
        new(
            "Срок прошёл",
            [new("Фамилия, имя, отчество", 40), new("Организация", 40), new("Последнее обучение"), new("Обучить до")],
            [
                .. report.Overdue.Select(person =>
                    ReportRow.Of(person.FullName, person.Organisation.ShortName, person.LastCompletedOn, person.DueOn)
                ),
            ]
        );
}
