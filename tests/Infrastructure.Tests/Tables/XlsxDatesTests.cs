using MethodCenter.Application.Common.Tables;
using MethodCenter.TestKit;
using static MethodCenter.TestKit.Workbooks;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Numbers that are shown as dates.</summary>
public sealed class XlsxDatesTests
{
    private static async Task<Cell> ReadAsync(string format, string value, bool from1904 = false, string type = "n")
    {
        var workbook = new Workbooks
        {
            Formats = [format],
            WorkbookProperties = from1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>",
        }.Sheet("а", Row(1, "а") + $"<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"{type}\"><v>{value}</v></c></row>");
        return (await Files.ReadAsync(workbook.Save(), TableFormat.Xlsx)).Cell(2, "а");
    }

    [Theory]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("61", "1900-03-01")]
    [InlineData("46266", "2026-09-01")]
    [InlineData("2958465", "9999-12-31")]
    public async Task Days_are_counted_from_1900(string serial, string day) =>
        (await ReadAsync("14", serial)).ShouldBe(new Cell(day, CellMarks.Date));

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("44804", "2026-09-01")]
    public async Task Days_are_counted_from_1904_where_the_workbook_says_so(string serial, string day) =>
        (await ReadAsync("14", serial, from1904: true)).ShouldBe(new Cell(day, CellMarks.Date));

    [Theory]
    [InlineData("0")]
    [InlineData("60")]
    [InlineData("-1")]
    [InlineData("2958466")]
    public async Task What_is_no_day_stays_a_number(string serial) =>
        (await ReadAsync("14", serial)).ShouldBe(new Cell(serial, CellMarks.Number));

    [Theory]
    [InlineData("14")]
    [InlineData("15")]
    [InlineData("17")]
    [InlineData("22")]
    [InlineData("dd.mm.yyyy")]
    [InlineData("DD.MM.YYYY;@")]
    [InlineData("yyyy\\-mm\\-dd")]
    [InlineData("[$-419]d mmmm yyyy\" г.\";@")]
    [InlineData("[White]dd/mm/yy")]
    [InlineData("mmm-yy")]
    [InlineData("mmmm")]
    [InlineData("dd.mm.yyyy hh:mm")]
    public async Task Formats_of_dates_are_known(string format) =>
        (await ReadAsync(format, "46266")).ShouldBe(new Cell("2026-09-01", CellMarks.Date));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("9")]
    [InlineData("46")]
    [InlineData("49")]
    [InlineData("General")]
    [InlineData("0.00")]
    [InlineData("# ##0\" дней\"")]
    [InlineData("0\" days\"")]
    [InlineData("0\\d")]
    [InlineData("[Red]0;[Red]-0")]
    [InlineData("[h]:mm:ss")]
    [InlineData("0.00E+00")]
    [InlineData("0_d")]
    [InlineData("#,##0 [$₽-419]")]
    public async Task Formats_of_numbers_are_no_dates(string format) =>
        (await ReadAsync(format, "46266")).ShouldBe(new Cell("46266", CellMarks.Number));

    [Fact]
    public async Task A_time_of_day_is_kept_where_it_is_shown()
    {
        // A day format hides it: the person sees the day, the reader both.
        (await ReadAsync("14", "46266.75")).ShouldBe(
            new Cell("2026-09-01T18:00:00", CellMarks.Date | CellMarks.Time, "2026-09-01")
        );
        (await ReadAsync("22", "46266.75")).ShouldBe(new Cell("2026-09-01T18:00:00", CellMarks.Date | CellMarks.Time));
        (await ReadAsync("20", "0.354166666666667")).ShouldBe(new Cell("08:30:00", CellMarks.Time));
        (await ReadAsync("h:mm AM/PM", "0.75")).ShouldBe(new Cell("18:00:00", CellMarks.Time));
    }

    [Theory]
    [InlineData("2026-09-01", "2026-09-01", CellMarks.Date)]
    [InlineData("2026-09-01T00:00:00", "2026-09-01", CellMarks.Date)]
    [InlineData("2026-09-01T18:30:00Z", "2026-09-01T18:30:00", CellMarks.Date | CellMarks.Time)]
    public async Task Dates_that_are_written_out_are_read(string stored, string text, CellMarks marks) =>
        (await ReadAsync("0", stored, type: "d")).ShouldBe(new Cell(text, marks));
}
