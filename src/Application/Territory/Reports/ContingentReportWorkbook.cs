using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Territory.Reports;

/// <summary>Schools and pupils as tables: by ownership, by grade, by school.</summary>
internal static class ContingentReportWorkbook
{
    public static ReportWorkbook Of(ContingentReport report) =>
        new()
        {
            Title = "Контингент обучающихся",
            Parameters = [ReportParameter.Naming("Учебный год", report.AcademicYear.ToString())],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Ownerships(report), Grades(report), Organisations(report)],
        };

    private static ReportTable Ownerships(ContingentReport report) =>
        new(
            "Собственность",
            [
                new("Форма собственности", 40),
                new("Школ (n)"),
                new("Внесён контингент"),
                new("Классов"),
                new("Обучающихся"),
            ],
            [
                .. report.Ownerships.Select(row =>
                    Row(row.Ownership is { } known ? Texts.Texts.Name(known) : "не указана", row, isTotal: false)
                ),
                Row("Всего", report.Total, isTotal: true),
            ]
        );

    private static ReportTable Grades(ContingentReport report) =>
        new(
            "Параллели",
            [new("Класс", 20), new("Школ"), new("Классов"), new("Обучающихся")],
            [
                .. report.Grades.Select(row => new ReportRow(
                    [row.Grade, row.Reported, row.Classes, row.Pupils],
                    IsTotal: false
                )),
                new ReportRow(
                    ["Всего", report.Total.Reported, report.Total.Classes, report.Total.Pupils],
                    IsTotal: true
                ),
            ]
        );

    private static ReportTable Organisations(ContingentReport report) =>
        new(
            "Школы",
            [new("Школа", 40), new("Классов"), new("Обучающихся")],
            [
                .. report.Organisations.Select(row => new ReportRow(
                    [row.Organisation.ShortName, row.Classes, row.Pupils],
                    IsTotal: false
                )),
                new ReportRow(["Всего", report.Total.Classes, report.Total.Pupils], IsTotal: true),
            ]
        );

    private static ReportRow Row(string name, ContingentCounts counts, bool isTotal) =>
        new([name, counts.Schools, counts.Reported, counts.Classes, counts.Pupils], isTotal);
}
