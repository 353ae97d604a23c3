using System.Text;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables;
using MethodCenter.TestKit;
using static MethodCenter.TestKit.Workbooks;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>The person's own file with the problems beside the rows.</summary>
public sealed class AnnotationTests
{
    private static TableRemark Wrong(int row, string? column, string message) =>
        new(row, column, "error", message, null);

    private static TableRemark Doubtful(int row, string? column, string message) =>
        new(row, column, "warning", message, null);

    internal static byte[] Original() =>
        new Workbooks { Formats = ["14", "22"], Strings = ["<t>Ёлкина &amp; Ко</t>"] }
            .Sheet(
                "Список",
                Row(1, "Педагоги")
                    + "<row r=\"2\">"
                    + Text("B2", "Фамилия")
                    + Text("C2", "Школа")
                    + Text("D2", "Дата")
                    + Text("E2", "Часы")
                    + "</row><row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c>"
                    + Text("C3", "№ 5")
                    + "<c r=\"D3\" s=\"1\"><v>46266</v></c><c r=\"E3\"><f>36*2</f><v>72</v></c></row>"
                    + "<row r=\"5\">"
                    + Text("B5", "Петров")
                    + "<c r=\"D5\" s=\"2\"><v>46266.5</v></c><c r=\"E5\" t=\"e\"><v>#REF!</v></c></row>"
                    + "<row r=\"6\"><c r=\"B6\" t=\"b\"><v>1</v></c><c r=\"E6\"><v>0.30000000000000004</v></c>"
                    + Text("F6", "рядом")
                    + "</row>",
                "<mergeCells><mergeCell ref=\"C3:C6\"/></mergeCells>"
            )
            .Save();

    [Fact]
    public async Task A_workbook_keeps_its_values_and_rows_and_gets_a_column_of_remarks()
    {
        var annotated = await Files.AnnotateAsync(
            Original(),
            TableFormat.Xlsx,
            Wrong(3, "Дата", "Дата в будущем."),
            Doubtful(3, "Часы", "Слишком много."),
            Wrong(4, null, "Строка пуста."),
            Wrong(5, "Часы", "Нужно число."),
            Wrong(9, null, "Нет такой строки.")
        );

        WritingTests.Validate(annotated);
        var table = await Files.ReadAsync(annotated, TableFormat.Xlsx);
        table.Header.ShouldBe(["Фамилия", "Школа", "Дата", "Часы", TableWords.Remarks]);
        table.HeaderRow.ShouldBe(2);
        table.Rows.Select(row => row.Number).ShouldBe([3, 4, 5, 6, 7, 9]);
        table.Cell(3, "Фамилия").ShouldBe(new Cell("Ёлкина & Ко", CellMarks.FromText));
        table.Cell(3, "Дата").ShouldBe(new Cell("2026-09-01", CellMarks.Date));
        table.Cell(3, "Часы").ShouldBe(new Cell("72", CellMarks.Number));
        table.Cell(3, TableWords.Remarks).Text.ShouldBe("Дата: Дата в будущем. (предупреждение) Часы: Слишком много.");
        table.Cell(4, TableWords.Remarks).Text.ShouldBe("Строка пуста.");
        table.Cell(5, "Школа").Text.ShouldBe("№ 5");
        table.Cell(5, "Дата").ShouldBe(new Cell("2026-09-01T12:00:00", CellMarks.Date | CellMarks.Time));
        table.Cell(5, "Часы").ShouldBe(new Cell("#REF!", CellMarks.Error));
        table.Rows.Single(row => row.Number == 6).Unreadable!.Params["column"].ShouldBe("G");
        table.Cell(9, TableWords.Remarks).Text.ShouldBe("Нет такой строки.");
    }

    [Fact]
    public async Task Cells_at_fault_are_coloured_by_how_bad_it_is()
    {
        var annotated = await Files.AnnotateAsync(
            Original(),
            TableFormat.Xlsx,
            Wrong(3, "дата", "Плохо."),
            Doubtful(3, "Часы", "Странно."),
            Wrong(5, "Дата", "Плохо.")
        );

        var sheet = Files.Part(annotated, "xl/worksheets/sheet1.xml");
        sheet.ShouldContain("<c r=\"D3\" s=\"9\"><v>46266</v></c>");
        sheet.ShouldContain("<c r=\"E3\" s=\"11\"><v>72</v></c>");
        sheet.ShouldContain("<c r=\"D5\" s=\"10\"><v>46266.5</v></c>");
        sheet.ShouldContain("<c r=\"F3\" s=\"8\" t=\"inlineStr\">");
    }

    [Fact]
    public async Task Remarks_on_the_file_stand_on_a_sheet_of_their_own_which_is_not_data()
    {
        var annotated = await Files.AnnotateAsync(
            Original(),
            TableFormat.Xlsx,
            Wrong(0, null, "Нет столбца «Имя»."),
            Wrong(2, "Школа", "Такого столбца нет.")
        );

        WritingTests.Validate(annotated);
        Files.Part(annotated, "xl/worksheets/sheet2.xml").ShouldContain("Нет столбца «Имя».");
        var table = await Files.ReadAsync(annotated, TableFormat.Xlsx);
        table.Warnings.Select(warning => warning.Code).ShouldBe(["table.title-skipped"]);
    }

    [Theory]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Csv)]
    public async Task Remarks_of_the_last_time_are_replaced(TableFormat format)
    {
        var original =
            format == TableFormat.Xlsx
                ? Of(Row(1, "а", "б") + Row(2, "1", "2") + Row(3, "3", "4"))
                : "а;б\r\n1;2\r\n3;4\r\n"u8.ToArray();
        var once = await Files.AnnotateAsync(original, format, Wrong(2, "а", "Плохо."));
        var twice = await Files.AnnotateAsync(once, format, Wrong(3, "б", "Хуже."));

        var table = await Files.ReadAsync(twice, format);
        table.Header.ShouldBe(["а", "б", TableWords.Remarks]);
        table.Texts.ShouldBe([
            ["1", "2", ""],
            ["3", "4", "б: Хуже."],
        ]);
    }

    [Fact]
    public async Task A_workbook_that_breaks_off_is_copied_up_to_there()
    {
        var original = new Workbooks()
            .Sheet("а", "")
            .Part(
                "xl/worksheets/sheet1.xml",
                $"<worksheet><sheetData>{Row(1, "а", "б")}{Row(2, "1", "2")}<row r=\"3\"><c"
            )
            .Save();

        var annotated = await Files.AnnotateAsync(original, TableFormat.Xlsx, Wrong(2, "а", "Плохо."));

        WritingTests.Validate(annotated);
        (await Files.ReadAsync(annotated, TableFormat.Xlsx)).Texts.ShouldBe([
            ["1", "2", "а: Плохо."],
        ]);
        Files.Part(annotated, "xl/worksheets/sheet2.xml").ShouldContain("Книга повреждена");
    }

    [Fact]
    public async Task CSV_keeps_its_records_and_lines()
    {
        const string original =
            "Список;;;\nФамилия;Имя;Дата\n\"Иванова; \"\"М\"\"\";=1+1;-5,5\n\n'=2;\"1\r\n2\";+7;рядом\n";

        var annotated = Files.Text(
            await Files.AnnotateAsync(
                Encoding.UTF8.GetBytes(original),
                TableFormat.Csv,
                Wrong(0, null, "О файле."),
                Wrong(3, "Имя", "Плохо."),
                Doubtful(5, null, "Странно:\nочень.")
            )
        );

        annotated.ShouldBe(
            "\uFEFFСписок;;;;\r\nФамилия;Имя;Дата;Замечания\r\n\"Иванова; \"\"М\"\"\";'=1+1;-5,5;Имя: Плохо.\r\n\r\n"
                + "'=2;\"1\r\n2\";+7;(предупреждение) Странно: очень.;рядом\r\n;;;О файле.\r\n"
        );
        var before = await Files.ReadCsvAsync(original);
        var after = await Files.ReadCsvAsync(annotated);
        after.Rows[0].Cells[..3].ShouldBe(before.Rows[0].Cells);
        after.Rows.Select(row => row.Number).Take(3).ShouldBe(before.Rows.Select(row => row.Number));
    }

    [Fact]
    public async Task CSV_in_Windows_1251_with_another_separator_stays_a_table()
    {
        var annotated = await Files.AnnotateAsync(
            Files.In1251("Фамилия\tИмя\nЁлкина\tАлёна\n"),
            TableFormat.Csv,
            Wrong(2, "Имя", "Плохо.")
        );

        Files.Text(annotated).ShouldBe("\uFEFFФамилия\tИмя\tЗамечания\r\nЁлкина\tАлёна\tИмя: Плохо.\r\n");
    }

    [Fact]
    public async Task CSV_that_breaks_off_says_so_at_the_end()
    {
        var annotated = Files.Text(
            await Files.AnnotateAsync("а;б\n1;2\n\"3;4\n"u8.ToArray(), TableFormat.Csv, Wrong(2, "а", "Плохо."))
        );

        annotated.ShouldStartWith("\uFEFFа;б;Замечания\r\n1;2;а: Плохо.\r\n;;");
        annotated.ShouldContain("Кавычка, открытая в строке 3, не закрыта.");
    }

    [Fact]
    public async Task NDJSON_gets_the_list_of_remarks_as_CSV()
    {
        var annotated = await Files.AnnotateAsync(
            "{\"name\":1}\n"u8.ToArray(),
            TableFormat.Ndjson,
            new TableRemark(1, "name", "error", "Плохо.", "=1"),
            new TableRemark(1, null, "warning", "Странно.", null)
        );

        Files
            .Text(annotated)
            .ShouldBe(
                "\uFEFFСтрока;Поле;Вид;Замечание;Значение\r\n1;name;ошибка;Плохо.;'=1\r\n1;;предупреждение;Странно.;\r\n"
            );
    }

    [Fact]
    public async Task What_cannot_be_opened_cannot_be_annotated() =>
        (
            await Should.ThrowAsync<TableFileException>(() =>
                Files.AnnotateAsync("x"u8.ToArray(), TableFormat.Xlsx, Wrong(1, null, "х"))
            )
        ).Error.ShouldBe(TableErrors.NotExcel);

    [Fact]
    public async Task A_large_file_goes_through_in_pieces()
    {
        var rows = string.Concat(
            Enumerable.Range(2, 30_000).Select(row => Row(row, $"имя {row * 7919 % 30_011}", "б"))
        );
        using var content = new MemoryStream(Of(Row(1, "а", "б") + rows));
        await using var output = new ServerStream();

        await new TableFiles().AnnotateAsync(
            content,
            TableFormat.Xlsx,
            TableHeaders.Any([]),
            output,
            Enumerable.Range(2, 30_000).Select(row => Wrong(row, "а", $"Плохо {row}.")).ToAsyncEnumerable(),
            Files.Cancel
        );

        output.MostAtOnce.ShouldBeLessThan(256 * 1024);
        var table = await Files.ReadAsync(output.Written, TableFormat.Xlsx);
        table.Rows.ShouldAllBe(row => row.Cells[2].Text == $"а: Плохо {row.Number}.");
    }
}
