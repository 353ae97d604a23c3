using MethodCenter.Application.Common.Tables;
using MethodCenter.TestKit;
using static MethodCenter.TestKit.Workbooks;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>What a workbook says.</summary>
public sealed class XlsxReadingTests
{
    private static Task<ReadTable> ReadAsync(byte[] workbook) => Files.ReadAsync(workbook, TableFormat.Xlsx);

    [Fact]
    public async Task Cells_of_every_kind_are_read_with_their_marks()
    {
        var workbook = new Workbooks
        {
            Strings =
            [
                "<t>текст</t>",
                "<r><rPr><b/></rPr><t>жир</t></r><r><t xml:space=\"preserve\">ный </t></r>",
                "<t>東京</t><rPh sb=\"0\" eb=\"1\"><t>とう</t></rPh>",
            ],
        }
            .Sheet(
                "а",
                Row(1, "а", "б", "в", "г", "д", "е", "ж", "з")
                    + """
                    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>
                    <c r="D2" t="inlineStr"><is><r><t>a &lt;b&gt; </t></r><r><t>&amp;#1; &#x416;</t></r></is></c>
                    <c r="E2"><v>42</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#N/A</v></c>
                    <c r="H2" t="str"><f>A2&amp;B2</f><v>склейка</v></c></row>
                    """
            )
            .Save();

        var table = await ReadAsync(workbook);

        table.Texts.Single().ShouldBe(["текст", "жирный", "東京", "a <b> &#1; Ж", "42", "true", "#N/A", "склейка"]);
        table
            .Rows.Single()
            .Cells.Select(cell => cell.Marks)
            .ShouldBe([
                CellMarks.FromText,
                CellMarks.FromText,
                CellMarks.FromText,
                CellMarks.FromText,
                CellMarks.Number,
                CellMarks.Boolean,
                CellMarks.Error,
                CellMarks.FromText | CellMarks.Formula,
            ]);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-5", "-5")]
    [InlineData("79211234567", "79211234567")]
    [InlineData("3.5", "3.5")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("3.5000000000000001", "3.5")]
    [InlineData("1.2E+3", "1200")]
    [InlineData("1E-3", "0.001")]
    [InlineData("1.23456789012346E+19", "12345678901234600000")]
    [InlineData("1E+300", "1E+300")]
    public async Task Numbers_are_written_as_the_person_knows_them(string stored, string text)
    {
        var table = await ReadAsync(Of(Row(1, "а") + $"<row r=\"2\"><c r=\"A2\"><v>{stored}</v></c></row>"));

        table.Cell(2, "а").ShouldBe(new Cell(text, CellMarks.Number));
    }

    [Fact]
    public async Task A_number_with_a_formula_is_marked_and_one_never_calculated_is_seen()
    {
        var table = await ReadAsync(
            Of(
                Row(1, "а", "б", "в")
                    + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\"><f>NOW()</f></c>"
                    + "<c r=\"C2\" t=\"str\"><f>IF(A2,\"\",1)</f><v></v></c></row>"
            )
        );

        table.Cell(2, "а").ShouldBe(new Cell("2", CellMarks.Number | CellMarks.Formula));
        table.Cell(2, "б").ShouldBe(new Cell("", CellMarks.Formula));
        table.Cell(2, "в").ShouldBe(Cell.Empty);
    }

    [Fact]
    public async Task Gaps_in_rows_and_cells_are_empty_and_numbers_are_those_of_the_sheet()
    {
        var table = await ReadAsync(
            Of(
                "<row r=\"3\">"
                    + Text("B3", "а")
                    + Text("D3", "в")
                    + "</row>"
                    + "<row r=\"5\"><c r=\"C5\"><v>1</v></c></row><row r=\"9\">"
                    + Text("D9", "х")
                    + "</row>"
            )
        );

        table.HeaderRow.ShouldBe(3);
        table.Header.ShouldBe(["а", "", "в"]);
        table
            .Rows.Select(row => (row.Number, row.IsEmpty, row.Count))
            .ShouldBe([(4, true, 1), (5, false, 1), (6, true, 3), (9, false, 1)]);

        // A value in a column without a name is not lost in silence.
        table.Rows[1].Unreadable!.Code.ShouldBe("table.outside-header");
        table.Rows[1].UnreadableValue.ShouldBe("1");
        table.Texts.ShouldBe([
            ["", "", "х"],
        ]);
    }

    [Fact]
    public async Task Rows_and_cells_without_references_follow_one_another()
    {
        var table = await ReadAsync(
            Of(
                "<row><c t=\"inlineStr\"><is><t>а</t></is></c><c t=\"inlineStr\"><is><t>б</t></is></c></row><row><c><v>1</v></c><c/><c/></row><row/><row><c/><c><v>2</v></c></row>"
            )
        );

        table.Texts.ShouldBe([
            ["1", ""],
            ["", "2"],
        ]);
        table.Rows.Select(row => row.Number).ShouldBe([2, 3, 4]);
    }

    [Fact]
    public async Task Formatted_empty_rows_at_the_end_come_as_one()
    {
        var rows = string.Concat(
            Enumerable.Range(2, 2000).Select(row => $"<row r=\"{row}\" s=\"1\"><c r=\"A{row}\" s=\"1\"/></row>")
        );
        var table = await ReadAsync(Of(Row(1, "а") + rows));

        var row = table.Rows.Single();
        (row.Number, row.IsEmpty, row.Count).ShouldBe((2, true, 2000));
    }

    [Fact]
    public async Task Hidden_rows_are_read_too()
    {
        var table = await ReadAsync(
            Of(Row(1, "а") + "<row r=\"2\" hidden=\"1\" ht=\"0\">" + Text("A2", "скрыто") + "</row>")
        );

        table.Texts.ShouldBe([
            ["скрыто"],
        ]);
    }

    [Fact]
    public async Task A_value_beside_the_header_makes_the_row_unreadable_and_names_the_column()
    {
        var table = await ReadAsync(Of(Row(1, "а", "б") + Row(2, "1", "2", "", "х") + Row(3, "3", "4")));

        table.Rows[0].Unreadable!.Code.ShouldBe("table.outside-header");
        table.Rows[0].Unreadable!.Params["column"].ShouldBe("D");
        table.Texts.ShouldBe([
            ["3", "4"],
        ]);
    }

    [Fact]
    public async Task Escapes_of_Excel_are_characters()
    {
        var table = await ReadAsync(Of(Row(1, "а", "б", "в") + Row(2, "1_x000D_\n2", "_x005F_x0041_", "_x00_")));

        table.Texts.Single().ShouldBe(["1\r\n2", "_x0041_", "_x00_"]);
    }

    [Fact]
    public async Task A_control_character_makes_the_row_unreadable() =>
        (await ReadAsync(Of(Row(1, "а") + Row(2, "a_x0007_b"))))
            .Rows.Single()
            .Unreadable!.Code.ShouldBe("table.control-character");

    [Fact]
    public async Task A_title_above_the_table_is_skipped_with_a_warning()
    {
        var table = await ReadAsync(
            Of(
                Row(1, "Список педагогов") + Row(3, "Фамилия", "Имя") + Row(4, "Иванова", "Мария"),
                "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"
            )
        );

        table.Header.ShouldBe(["Фамилия", "Имя"]);
        table.HeaderRow.ShouldBe(3);
        table.Warnings.Single().Params["row"].ShouldBe(3);
        table.Texts.ShouldBe([
            ["Иванова", "Мария"],
        ]);
    }

    [Fact]
    public async Task The_first_visible_sheet_with_data_is_read_and_others_are_named()
    {
        var workbook = new Workbooks()
            .Sheet("Скрытый", Row(1, "нет"), state: "hidden")
            .Sheet("Очень скрытый", Row(1, "нет"), state: "veryHidden")
            .Sheet("Пустой", "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")
            .Sheet("Главный &amp; один", Row(1, "а") + Row(2, "1"))
            .Sheet("Ещё пустой", "")
            .Sheet("Второй", Row(1, "б"))
            .Sheet(TableWords.Instructions, Row(1, "пояснение"))
            .Save();

        var table = await ReadAsync(workbook);

        table.Texts.ShouldBe([
            ["1"],
        ]);
        var warning = table.Warnings.Single();
        warning.Code.ShouldBe("table.other-sheets");
        warning.Params["sheet"].ShouldBe("Главный & один");
        warning.Params["others"].ShouldBe("Второй");
    }

    [Fact]
    public async Task Prefixes_quotes_and_comments_in_the_XML_do_not_matter()
    {
        const string sheet = """
            <?xml version='1.0' encoding="utf-8" standalone='yes'?>
            <!-- <row r="1"> --><x:worksheet xmlns:x="m" xmlns:y="z" y:r="5" a='>"' ><x:sheetPr/>
            <x:sheetData ><x:row y:r="9" r = '1' ><x:c r='A1' t='inlineStr'><x:is><x:t>а</x:t></x:is></x:c></x:row>
            <x:row r="2"><x:c r="A2"><x:f/><x:v>7<!-- x --></x:v></x:c></x:row></x:sheetData></x:worksheet>
            """;
        var table = await ReadAsync(new Workbooks().Sheet("а", "").Part("xl/worksheets/sheet1.xml", sheet).Save());

        table.Header.ShouldBe(["а"]);
        table.Cell(2, "а").Text.ShouldBe("7");
    }

    [Fact]
    public async Task Long_texts_and_letters_across_the_window_stay_whole()
    {
        var texts = Enumerable
            .Range(1, 300)
            .Select(length => string.Concat(Enumerable.Repeat("щ&<🐟", length * 20)))
            .ToList();
        var rows = string.Concat(texts.Select((text, index) => Row(index + 2, text)));

        var table = await ReadAsync(Of(Row(1, "а") + rows));

        table.Texts.Select(row => row[0]).ShouldBe(texts);
    }
}
