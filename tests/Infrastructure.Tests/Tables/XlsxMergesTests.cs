using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables;
using static MethodCenter.TestKit.Workbooks;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Merged cells show one value in many places.</summary>
public sealed class XlsxMergesTests
{
    private static Task<ReadTable> ReadAsync(string rows, params string[] ranges) =>
        Files.ReadAsync(
            Of(
                rows,
                $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>"
            ),
            TableFormat.Xlsx
        );

    [Fact]
    public async Task A_merged_value_fills_down_and_right_and_is_marked()
    {
        var table = await ReadAsync(
            Row(1, "школа", "класс", "имя")
                + Row(2, "№ 5", "", "Мария")
                + Row(3, "", "", "Пётр")
                + Row(4, "", "1а", "Анна"),
            "A2:B3"
        );

        table.Texts.ShouldBe([
            ["№ 5", "№ 5", "Мария"],
            ["№ 5", "№ 5", "Пётр"],
            ["", "1а", "Анна"],
        ]);
        table.Cell(2, "школа").Marks.ShouldBe(CellMarks.FromText);
        table.Cell(2, "класс").Marks.ShouldBe(CellMarks.FromText | CellMarks.Merged);
        table.Cell(3, "школа").Marks.ShouldBe(CellMarks.FromText | CellMarks.Merged);
    }

    [Fact]
    public async Task Rows_that_only_a_range_covers_stay_empty()
    {
        var table = await ReadAsync(Row(1, "а", "б") + Row(2, "х", "1") + Row(5, "", "2"), "A2:A1048576");

        table
            .Rows.Select(row => (row.Number, row.IsEmpty, row.Count))
            .ShouldBe([(2, false, 1), (3, true, 2), (5, false, 1)]);
        table.Texts.ShouldBe([
            ["х", "1"],
            ["х", "2"],
        ]);
    }

    [Fact]
    public async Task A_value_of_its_own_wins_over_the_range()
    {
        var table = await ReadAsync(Row(1, "а", "б") + Row(2, "х", "1") + Row(3, "у", "2"), "A2:A3");

        table.Texts.ShouldBe([
            ["х", "1"],
            ["у", "2"],
        ]);
    }

    [Fact]
    public async Task A_range_above_the_header_fills_no_row()
    {
        var table = await ReadAsync(Row(1, "Отчёт", "год") + Row(2, "1", "2"), "A1:A2", "B1:D1");

        table.Header.ShouldBe(["Отчёт", "год"]);
        table.Texts.ShouldBe([
            ["1", "2"],
        ]);
    }

    [Fact]
    public async Task Ranges_that_cannot_be_read_are_passed_over()
    {
        var table = await ReadAsync(
            Row(1, "а", "б") + Row(2, "х", "1") + Row(3, "", "2"),
            "",
            "A2",
            "B2:A9",
            "A2:A3",
            "ZZZZ1:A2"
        );

        table.Texts.ShouldBe([
            ["х", "1"],
            ["х", "2"],
        ]);
    }

    [Fact]
    public async Task Too_many_ranges_are_refused()
    {
        var ranges = Enumerable.Range(2, 11).Select(row => $"<mergeCell ref=\"A{row}:B{row}\"/>");
        var workbook = Of(Row(1, "а"), $"<mergeCells>{string.Concat(ranges)}</mergeCells>");

        var error = await Files.RefusalAsync(workbook, TableFormat.Xlsx, new TableLimits { Merges = 10 });

        error.Code.ShouldBe("table.too-many-merges");
    }

    /// <summary>A hundred thousand ranges, one over the other, across the whole sheet.</summary>
    [Fact]
    public async Task Ranges_one_over_the_other_do_not_make_it_slow()
    {
        var ranges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:XFD1048576\"/>", 100_000));
        var rows = string.Concat(Enumerable.Range(1, 2000).Select(row => Row(row, "а", "б")));

        var table = await Files.ReadAsync(Of(rows, $"<mergeCells>{ranges}</mergeCells>"), TableFormat.Xlsx);

        table.Rows.Count.ShouldBe(1999);
    }

    [Fact]
    public async Task The_word_in_a_text_is_no_range()
    {
        var table = await ReadAsync(Row(1, "а") + Row(2, "<mergeCells> mergeCells <x:mergeCells"));

        table.Texts.ShouldBe([
            ["<mergeCells> mergeCells <x:mergeCells"],
        ]);
    }

    [Fact]
    public async Task Ranges_behind_a_long_sheet_are_found()
    {
        var rows = string.Concat(
            Enumerable.Range(2, 20_000).Select(row => Row(row, row == 2 ? "х" : "", Files.Text(row)))
        );

        var table = await ReadAsync(Row(1, "а", "б") + rows, "A2:A20001");

        table.Texts.ShouldAllBe(row => row[0] == "х");
        table.Texts.Length.ShouldBe(20_000);
    }
}
