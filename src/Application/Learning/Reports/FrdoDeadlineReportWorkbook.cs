using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>The report of deadlines of ФИС ФРДО as tables: how many in which state, and which documents.</summary>
internal static class FrdoDeadlineReportWorkbook
{
    public static ReportWorkbook Of(GetFrdoDeadlineReport query, FrdoDeadlineReport report) =>
        new()
        {
            Title = "Отчёт о сроках передачи в ФИС ФРДО",
            Parameters =
            [
                ReportParameter.Naming("На дату", report.AsOf),
                new("Срок передачи, дней", report.DeadlineDays),
                new("Напоминание, дней", report.WarningDays),
                new("Справки об обучении", report.StudyReferences ? "учтены" : "не учтены"),
                new("Состояние (список документов)", ReportCell.Named(query.State)),
            ],
            ComputedAt = report.ComputedAt,
            Basis = "Выданные документы, сведения о которых ФИС ФРДО ещё не приняла.",
            Tables = [States(report), Documents(report)],
        };

    private static ReportTable States(FrdoDeadlineReport report) =>
        new(
            "Итоги",
            [new("Состояние", 30), new("Документов")],
            [
                ReportRow.Of("В срок", report.InTime),
                ReportRow.Of("Срок близко", report.Warning),
                ReportRow.Of("Срок прошёл", report.Overdue),
                ReportRow.Total("Всего не принято", report.Total),
            ]
        );

    private static ReportTable Documents(FrdoDeadlineReport report) =>
        new(
            "Документы",
            [
                ReportColumn.Ordinal("Год книги", 10),
                ReportColumn.Ordinal("Регистрационный №", 14),
                new("Вид документа", 34),
                new("Кому выдан", 40),
                new("Выдан"),
                new("Передать до"),
                new("Состояние", 20),
                new("В пакете", 12),
            ],
            [
                .. report.Documents.Items.Select(one =>
                    ReportRow.Of(
                        one.RegisterYear,
                        one.RegisterNumber,
                        ReportCell.Named(one.Kind),
                        one.FullName,
                        one.IssuedOn,
                        one.DueOn,
                        ReportCell.Named(one.State),
                        one.PackageId is null ? "нет" : "да"
                    )
                ),
            ]
        );
}
