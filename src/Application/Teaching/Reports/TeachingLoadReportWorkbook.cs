using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Teaching.Reports;

/// <summary>The teaching load as tables: lines against their rates, and teachers.</summary>
internal static class TeachingLoadReportWorkbook
{
    public static ReportWorkbook Of(TeachingLoadReport report) =>
        new()
        {
            Title = "Отчёт о педагогической нагрузке",
            Parameters =
            [
                ReportParameter.Naming("Учебный год", report.AcademicYear.ToString()),
                new("Часов на ставку", report.HoursPerRate),
                new("Групп на ставку", report.GroupsPerRate),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Lines(report), Teachers(report)],
        };

    private static ReportTable Lines(TeachingLoadReport report) =>
        new(
            "Линии",
            [
                new("Линия", 24),
                new("Ставок"),
                new("Групп по норме"),
                new("Групп по факту"),
                new("Разница групп"),
                new("Часов по норме"),
                new("Часов групп"),
                new("Ставок по часам групп"),
                new("Слушателей"),
                new("В группе по норме"),
                ReportColumn.Share("В группе по факту"),
                new("Часов в расписании"),
                new("Часов проведено"),
                new("Из них выездных часов"),
                new("Выездных занятий"),
            ],
            [
                .. report.Lines.Select(line =>
                    Row(ReportCell.Named(line.Line), line, line.GroupSizeByNorm, isTotal: false)
                ),
                Row("Всего", report.Total, ReportCell.Empty, isTotal: true),
            ]
        );

    private static ReportRow Row(ReportCell name, TeachingLoadTotal line, ReportCell size, bool isTotal) =>
        new(
            [
                name,
                line.Rates,
                line.GroupsByNorm,
                line.Groups,
                line.GroupsDifference,
                line.HoursByNorm,
                line.HoursOfGroups,
                line.RatesOfGroups,
                line.Learners,
                size,
                line.LearnersPerGroup,
                line.HoursPlanned,
                line.HoursGiven,
                line.HoursOffSite,
                line.LessonsOffSite,
            ],
            isTotal
        );

    private static ReportTable Teachers(TeachingLoadReport report) =>
        new(
            "Преподаватели",
            [
                new("Фамилия, имя, отчество", 40),
                new("Линия", 24),
                new("Часов в расписании"),
                new("Ставок"),
                new("Часов проведено"),
                new("Из них выездных часов"),
                new("Выездных занятий"),
            ],
            [
                .. report.Teachers.Select(teacher =>
                    ReportRow.Of(
                        teacher.FullName,
                        ReportCell.Named(teacher.Line),
                        teacher.HoursPlanned,
                        teacher.RatesPlanned,
                        teacher.HoursGiven,
                        teacher.HoursOffSite,
                        teacher.LessonsOffSite
                    )
                ),
                ReportRow.Total(
                    "Всего",
                    ReportCell.Empty,
                    report.Total.HoursPlanned,
                    ReportCell.Empty,
                    report.Total.HoursGiven,
                    report.Total.HoursOffSite,
                    report.Total.LessonsOffSite
                ),
            ]
        );
}
