using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Infrastructure.Tables.Xlsx;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>The workbook of a report: valid, typed, and opened by a program that people use.</summary>
public sealed class ReportWorkbookTests
{
    private static readonly ReportWorkbook Workbook = new()
    {
        Name = "proba",
        Title = "Отчёт о пробе",
        Parameters =
        [
            new("Учебный год", "2019-2020"),
            new("На дату", new DateOnly(2026, 11, 22)),
            new("Состояние", ReportCell.Empty),
        ],
        ComputedAt = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(3)),
        Basis = "Все.",
        Tables =
        [
            new(
                "Итоги: 2019/2020",
                [new("Школа", 30), new("n"), ReportColumn.Share("Доля, %"), new("Срок")],
                [
                    ReportRow.Of("=1+1 <Ёлка>", 7, 33.3m, new DateOnly(2026, 1, 31)),
                    ReportRow.Total("Всего", 7, 100m, ReportCell.Empty),
                ]
            ),
            new("Пусто", [new("Школа", 30)], []),
        ],
    };

    [Fact]
    public async Task Is_what_the_format_allows()
    {
        using var file = new MemoryStream(await WriteAsync());
        using var opened = SpreadsheetDocument.Open(file, isEditable: false);

        new OpenXmlValidator()
            .Validate(opened, TestContext.Current.CancellationToken)
            .Select(problem => $"{problem.Path?.XPath}: {problem.Description}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task LibreOffice_shows_parameters_headings_figures_and_totals()
    {
        var shown = await LibreOffice.ShowAsync(new Dictionary<string, byte[]> { ["report"] = await WriteAsync() });

        shown.Keys.ShouldBe(["report-Итоги  2019 2020.csv", "report-Пусто.csv"], ignoreOrder: true);
        shown["report-Итоги  2019 2020.csv"]
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => line.TrimEnd(';'))
            .ShouldBe([
                "Отчёт о пробе",
                "Учебный год:;2019-2020",
                "На дату:;22.11.2026",
                "Составлен:;22.11.2026",
                "Что посчитано:;Все.",
                "",
                "Школа;n;Доля, %;Срок",
                "=1+1 <Ёлка>;7;33.3;31.01.2026",
                "Всего;7;100.0",
            ]);
    }

    private static async Task<byte[]> WriteAsync()
    {
        using var file = new MemoryStream();
        await new ReportWorkbooks().WriteAsync(file, Workbook, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
