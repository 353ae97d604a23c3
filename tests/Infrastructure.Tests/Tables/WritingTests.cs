using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>What is written, and that it reaches a web server's output without a synchronous write.</summary>
public sealed class WritingTests
{
    internal static readonly TableColumn[] Columns =
    [
        new("name", "Фамилия"),
        new("hours", "Часы") { Type = TableColumnType.Whole },
        new("rate", "Ставка") { Type = TableColumnType.Decimal },
        new("day", "Дата") { Type = TableColumnType.Day },
        new("at", "Записан"),
        new("active", "Работает") { Type = TableColumnType.Flag },
    ];

    private static readonly DateTimeOffset Instant = new(2026, 9, 1, 18, 30, 5, TimeSpan.FromHours(3));

    private static Task<byte[]> WriteAsync(TableFormat format) =>
        Files.WriteAsync(
            format,
            Columns,
            async writer =>
            {
                writer.Text("Иванова; \"Мария\"");
                writer.Number(72);
                writer.Number(1.50m);
                writer.Day(new DateOnly(2026, 9, 1));
                writer.Instant(Instant);
                writer.Flag(true);
                await writer.EndRowAsync(Files.Cancel);
                writer.Text(null);
                writer.Number((int?)null);
                writer.Number((decimal?)null);
                writer.Day(null);
                writer.Instant(null);
                writer.Flag(null);
                await writer.EndRowAsync(Files.Cancel);
                writer.Text("=1+1");
                writer.Number(-5);
                writer.Number(-0.5m);
                writer.Day(new DateOnly(1899, 12, 31));
                writer.Instant(null);
                writer.Flag(false);
                await writer.EndRowAsync(Files.Cancel);
            }
        );

    [Fact]
    public async Task CSV_is_what_Russian_Excel_opens() =>
        Files
            .Text(await WriteAsync(TableFormat.Csv))
            .ShouldBe(
                "\uFEFFФамилия;Часы;Ставка;Дата;Записан;Работает\r\n"
                    + "\"Иванова; \"\"Мария\"\"\";72;1,50;01.09.2026;01.09.2026 18:30:05;да\r\n"
                    + ";;;;;\r\n"
                    + "'=1+1;-5;-0,5;31.12.1899;;нет\r\n"
            );

    [Fact]
    public async Task NDJSON_is_one_object_a_line() =>
        Files
            .Text(await WriteAsync(TableFormat.Ndjson))
            .ShouldBe(
                """
                {"name":"Иванова; \"Мария\"","hours":72,"rate":1.50,"day":"2026-09-01","at":"2026-09-01T18:30:05+03:00","active":true}
                {"name":null,"hours":null,"rate":null,"day":null,"at":null,"active":null}
                {"name":"=1+1","hours":-5,"rate":-0.5,"day":"1899-12-31","at":null,"active":false}

                """
            );

    [Fact]
    public async Task A_workbook_has_typed_cells_and_no_formulas()
    {
        var workbook = await WriteAsync(TableFormat.Xlsx);

        Validate(workbook);
        var table = await Files.ReadAsync(workbook, TableFormat.Xlsx);
        table.Header.ShouldBe(Columns.Select(column => column.Header));
        table.Texts.ShouldBe([
            ["Иванова; \"Мария\"", "72", "1.50", "2026-09-01", "2026-09-01T18:30:05", "да"],
            ["=1+1", "-5", "-0.5", "31.12.1899", "", "нет"],
        ]);
        table
            .Rows[0]
            .Cells.Select(cell => cell.Marks)
            .ShouldBe([
                CellMarks.FromText,
                CellMarks.Number,
                CellMarks.Number,
                CellMarks.Date,
                CellMarks.Date | CellMarks.Time,
                CellMarks.FromText,
            ]);
        Files.Part(workbook, "xl/worksheets/sheet1.xml").ShouldNotContain("<f>");
        Files.Part(workbook, "xl/worksheets/sheet1.xml").ShouldContain("<autoFilter ref=\"A1:F4\"/>");
        Files.Part(workbook, "xl/worksheets/sheet1.xml").ShouldContain("state=\"frozen\"");
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Ndjson)]
    public async Task A_table_without_rows_is_a_file_too(TableFormat format)
    {
        var content = await Files.WriteAsync(format, Columns, _ => Task.CompletedTask);

        (await Files.ReadAsync(content, format, [.. Columns.Select(column => column.Name)])).Rows.ShouldBeEmpty();
        if (format == TableFormat.Xlsx)
        {
            Validate(content);
        }
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Ndjson)]
    public async Task Rows_go_out_as_they_are_written(TableFormat format)
    {
        await using var output = new ServerStream();
        await using var writer = Files.Service.Write(output, format, [new TableColumn("a", "а")]);
        var random = new Random(1);
        for (var row = 0; row < 50_000; row++)
        {
            writer.Text(Files.Text(random.Next()));
            await writer.EndRowAsync(Files.Cancel);
        }

        output.Written.Length.ShouldBeGreaterThan(100_000);
        output.MostAtOnce.ShouldBeLessThan(256 * 1024);
        await writer.CompleteAsync(Files.Cancel);
        (await Files.ReadAsync(output.Written, format, ["a"])).Rows.Count.ShouldBe(50_000);
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Ndjson)]
    public async Task A_row_with_too_few_cells_is_a_mistake_of_ours(TableFormat format)
    {
        await using var writer = Files.Service.Write(new ServerStream(), format, Columns);
        writer.Text("а");

        await Should.ThrowAsync<InvalidOperationException>(async () => await writer.EndRowAsync(Files.Cancel));
    }

    [Fact]
    public async Task Rows_beyond_a_sheet_go_on_on_the_next()
    {
        var workbook = await Files.WriteAsync(
            TableFormat.Xlsx,
            [new TableColumn("a", "а")],
            async writer =>
            {
                for (var row = 0; row < 7; row++)
                {
                    writer.Number(row);
                    await writer.EndRowAsync(Files.Cancel);
                }
            },
            new TableLimits { SheetRows = 4 }
        );

        Validate(workbook);
        Files.Part(workbook, "xl/workbook.xml").ShouldContain("name=\"Данные 3\"");
        var table = await Files.ReadAsync(workbook, TableFormat.Xlsx);
        table.Texts.ShouldBe([
            ["0"],
            ["1"],
            ["2"],
        ]);
        table.Warnings.Single().Params["others"].ShouldBe("Данные 2, Данные 3");
        Files.Part(workbook, "xl/worksheets/sheet3.xml").ShouldContain("<v>6</v>");
    }

    [Theory]
    [InlineData(100, 7, 10)]
    [InlineData(900, 20, 20)]
    public async Task Columns_are_as_wide_as_their_texts_and_long_ones_take_what_is_left_of_the_page(
        int rows,
        int code,
        int empty
    )
    {
        TableColumn[] columns =
        [
            new("code", "Код") { MaxLength = 200 },
            new("name", "Название") { MaxLength = 500 },
            new("at", "День"),
            new("empty", "Реестр") { MaxLength = 500 },
        ];
        var name = string.Join(' ', Enumerable.Repeat("слово", 20));

        var workbook = await Files.WriteAsync(
            TableFormat.Xlsx,
            columns,
            async writer =>
            {
                for (var row = 0; row < rows; row++)
                {
                    writer.Text("а-1");
                    writer.Text(name);
                    writer.Instant(Instant);
                    writer.Text(null);
                    await writer.EndRowAsync(Files.Cancel);
                }
            }
        );

        var sheet = Files.Part(workbook, "xl/worksheets/sheet1.xml");
        Regex
            .Matches(sheet, "<col [^>]*width=\"(\\d+)\"")
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .ShouldBe([code, 70, 21, empty]);
        Regex.Count(sheet, "<row ").ShouldBe(rows + 1);
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_may_hold_is_cut_where_Excel_would_break()
    {
        var text = new string('я', 32_765) + "🐟🐟";
        var workbook = await Files.WriteAsync(
            TableFormat.Xlsx,
            [new TableColumn("a", "а")],
            async writer =>
            {
                writer.Text(text);
                await writer.EndRowAsync(Files.Cancel);
            }
        );

        (await Files.ReadAsync(workbook, TableFormat.Xlsx)).Texts.Single()[0].ShouldBe(new string('я', 32_765) + "…");
    }

    [Fact]
    public async Task The_same_table_is_the_same_bytes() =>
        (await WriteAsync(TableFormat.Xlsx)).ShouldBe(await WriteAsync(TableFormat.Xlsx));

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+7", "'+7")]
    [InlineData("-", "'-")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData(" =1", "' =1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'x", "'x")]
    [InlineData("x=1", "x=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("1\n2", "\"1\n2\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("x|=1+1", "\"x|=1+1\"")]
    [InlineData("x\t=1+1", "\"x\t=1+1\"")]
    [InlineData("1,5", "1,5")]
    public async Task CSV_texts_are_quoted_and_kept_from_being_formulas(string text, string written)
    {
        var content = await Files.WriteAsync(
            TableFormat.Csv,
            [new TableColumn("a", "а"), new TableColumn("b", "б")],
            async writer =>
            {
                writer.Text(text);
                writer.Text("x");
                await writer.EndRowAsync(Files.Cancel);
            }
        );

        Files.Text(content).ShouldBe($"\uFEFFа;б\r\n{written};x\r\n");
        (await Files.ReadAsync(content, TableFormat.Csv)).Texts.Single()[0].ShouldBe(text.Trim());
    }

    /// <summary>The schema of Office finds nothing.</summary>
    internal static void Validate(byte[] workbook)
    {
        using var content = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document, Files.Cancel)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
    }
}
