using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Infrastructure.Tables.Xlsx;
using MethodCenter.TestKit;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>The workbook of a report: valid, typed, and opened by a program that people use.</summary>
public sealed class ReportWorkbookTests
{
    private static readonly ReportWorkbook Workbook = new()
    {
        Centre = "Тестовый методический центр",
        Title = "Отчёт о пробе",
        Parameters =
        [
            ReportParameter.Naming("Учебный год", "2019-2020"),
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
                "Тестовый методический центр",
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

    [Fact]
    public void Its_file_is_named_by_what_it_shows_and_for_when() =>
        Workbook.FileName.ShouldBe("Отчёт о пробе 2019-2020 (22.11.2026)");

    [Theory]
    [InlineData(40, 1)]
    [InlineData(60, 1)]
    [InlineData(150, 3)]
    public async Task What_fits_on_one_page_is_printed_on_one_and_each_page_has_the_header(int rows, int pages)
    {
        var workbook = Workbook with { Tables = [Long(rows)] };

        var printed = await OfficeSuite.PrintAsync(
            new Dictionary<string, byte[]> { ["report"] = await WriteAsync(workbook) },
            ".xlsx",
            TestContext.Current.CancellationToken
        );

        printed["report"].Count.ShouldBe(pages);
        printed["report"].ShouldAllBe(page => page.Contains("Слушателей", StringComparison.Ordinal));
        printed["report"][0].ShouldContain("Страница 1 из " + pages);
    }

    [Fact]
    public async Task Numbers_are_written_as_in_Russian_and_nothing_is_cut()
    {
        const string longName =
            "Муниципальное бюджетное общеобразовательное учреждение с углублённым изучением отдельных предметов";
        var table = new ReportTable(
            "Итоги",
            [
                ReportColumn.Ordinal("Год", 6),
                new ReportColumn("Удовлетворено", 5),
                ReportColumn.Share("Доля, %"),
                new ReportColumn("Ставок", 4),
                new ReportColumn("Организация", 12),
                new ReportColumn("Срок", 5),
            ],
            [ReportRow.Of(2026, 1234567, 1033.3m, 0.25m, longName, new DateOnly(2026, 1, 31))]
        );
        var basis = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"слово{number}"));

        var printed = await OfficeSuite.PrintAsync(
            new Dictionary<string, byte[]>
            {
                ["report"] = await WriteAsync(Workbook with { Basis = basis, Tables = [table] }),
            },
            ".xlsx",
            TestContext.Current.CancellationToken
        );

        var text = string.Join(
            ' ',
            printed["report"].Single().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        text.ShouldNotContain("###");
        foreach (var word in $"{longName} {basis} Удовлетворено 2026 31.01.2026".Split(' '))
        {
            text.ShouldContain(word);
        }

        text.Replace(',', ' ').Replace('\u00A0', ' ').ShouldContain("1 234 567");
        text.ShouldNotContain("2 026");
        text.ShouldNotContain("2,026");
    }

    [Fact]
    public async Task A_table_wider_than_a_page_gives_up_what_no_text_needs()
    {
        ReportColumn[] columns = [.. Enumerable.Range(1, 8).Select(number => new ReportColumn($"Графа {number}", 40))];
        var table = new ReportTable(
            "Итоги",
            columns,
            [ReportRow.Of("а", "б", "в", "г", "д", "е", "ж", "пять слов стоят здесь в ряд.")]
        );

        var sheet = Files.Part(await WriteAsync(Workbook with { Tables = [table] }), "xl/worksheets/sheet1.xml");

        Regex
            .Matches(sheet, "<col [^>]*width=\"(\\d+)\"")
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .ShouldBe([8, 8, 8, 8, 8, 8, 8, 30, 10]);
    }

    private static ReportTable Long(int rows) =>
        new(
            "Школы",
            [new("Школа", 40), new("Слушателей")],
            [.. Enumerable.Range(1, rows).Select(number => ReportRow.Of($"Школа {number}", number))]
        );

    private static async Task<byte[]> WriteAsync(ReportWorkbook? workbook = null)
    {
        using var file = new MemoryStream();
        await new ReportWorkbooks().WriteAsync(file, workbook ?? Workbook, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
