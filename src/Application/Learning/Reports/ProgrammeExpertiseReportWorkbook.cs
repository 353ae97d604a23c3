using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Programmes and their expertise as tables: states, verdicts, programmes.</summary>
internal static class ProgrammeExpertiseReportWorkbook
{
    public static ReportWorkbook Of(ProgrammeExpertiseReport report) =>
        new()
        {
            Title = "Отчёт о программах и результатах экспертизы",
            Parameters = [.. ReportParameter.Period(new ReportPeriod(report.From, report.To))],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                new(
                    "Состояния",
                    [new("Состояние", 30), new("Программ")],
                    [
                        .. report.States.Select(one => ReportRow.Of(ReportCell.Named(one.Status), one.Count)),
                        ReportRow.Total("Всего", report.States.Sum(one => one.Count)),
                    ]
                ),
                new(
                    "Заключения",
                    [new("Заключение", 30), new("Число")],
                    [
                        .. report.Verdicts.Select(one => ReportRow.Of(ReportCell.Named(one.Verdict), one.Count)),
                        ReportRow.Total("Всего", report.Verdicts.Sum(one => one.Count)),
                    ]
                ),
                new(
                    "Программы",
                    [
                        new("Код"),
                        new("Программа", 60),
                        new("Состояние", 24),
                        new("Редакция"),
                        new("Подана, раз"),
                        new("Подана"),
                        new("Акт", 20),
                        new("Рекомендуют"),
                        new("На доработку"),
                        new("Отклоняют"),
                    ],
                    [
                        .. report.Programmes.Items.Select(one =>
                            ReportRow.Of(
                                one.Code,
                                one.Title,
                                ReportCell.Named(one.Status),
                                one.Edition,
                                one.Round,
                                one.SubmittedOn,
                                one.ApprovalNumber,
                                one.Recommended,
                                one.ToRevise,
                                one.Rejected
                            )
                        ),
                    ]
                ),
            ],
        };
}
