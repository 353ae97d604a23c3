using System.Globalization;
using CsCheck;
using MethodCenter.Application.Common.Tables;
using MethodCenter.TestKit;
using static MethodCenter.TestKit.Workbooks;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Whatever number, format, system of days or hiding a workbook has, a cell is read as its sender sees it.</summary>
public sealed class CellPropertyTests
{
    private const int Times = 300;

    /// <summary>The serial of 1900-03-01, from which on Excel counts as everybody does.</summary>
    private const int FirstSerial = 61;
    private const int LastSerial = 2_958_465;

    /// <summary>Days by which the system of 1904 counts less.</summary>
    private const int Of1904 = 1462;

    private static readonly DateOnly Before1900 = new(1899, 12, 30);

    private static readonly Gen<int> Serials = Gen.Int[FirstSerial + Of1904, LastSerial];

    [Fact]
    public async Task A_key_of_fixed_digits_keeps_its_zeros() =>
        await Gen.Select(Gen.Int[1, 12], Gen.Long[0, 999_999_999_999], Gen.Bool)
            .SampleAsync(
                async (digits, number, signed) =>
                {
                    var format = new string('0', digits);
                    var written = number.ToString(CultureInfo.InvariantCulture);

                    var cell = await ReadAsync(signed ? $"{format};\\-{format}" : $"{format};@", written);

                    cell.Seen.ShouldBe(written.PadLeft(digits, '0'));
                    cell.Text.ShouldBe(written);
                },
                iter: Times
            );

    [Fact]
    public async Task A_number_in_groups_is_read_as_it_is_shown() =>
        await Gen.Int[1, 4]
            .Array[2, 4]
            .SelectMany(groups =>
                Gen.Long[0, (long)Math.Pow(10, groups.Sum()) - 1].Select(number => (Groups: groups, Number: number))
            )
            .SampleAsync(
                async one =>
                {
                    var format = string.Join("\\-", one.Groups.Select(length => new string('0', length)));
                    var digits = one.Number.ToString(CultureInfo.InvariantCulture).PadLeft(one.Groups.Sum(), '0');
                    var (place, parts) = (0, new List<string>());
                    foreach (var length in one.Groups)
                    {
                        parts.Add(digits.Substring(place, length));
                        place += length;
                    }

                    var cell = await ReadAsync(format, one.Number.ToString(CultureInfo.InvariantCulture));

                    cell.Seen.ShouldBe(string.Join('-', parts));
                },
                iter: Times
            );

    [Fact]
    public async Task A_day_is_the_same_in_either_system_of_days() =>
        await Gen.Select(Serials, Gen.Bool, Gen.OneOf("14", "dd.mm.yyyy", "[$-419]d mmmm yyyy\" г.\";@"))
            .SampleAsync(
                async (serial, from1904, format) =>
                {
                    var stored = from1904 ? serial - Of1904 : serial;

                    var cell = await ReadAsync(format, Number(stored), from1904);

                    cell.ShouldBe(new Cell(Iso(serial), CellMarks.Date));
                },
                iter: Times
            );

    /// <summary>Without a format it is a number; that it counts from 1904 is not lost.</summary>
    [Fact]
    public async Task A_serial_without_a_format_says_from_when_it_counts() =>
        await Gen.Select(Serials, Gen.Bool)
            .SampleAsync(
                async (serial, from1904) =>
                    (await ReadAsync("General", Number(serial), from1904)).ShouldBe(
                        new Cell(Number(serial), from1904 ? CellMarks.Number | CellMarks.From1904 : CellMarks.Number)
                    ),
                iter: Times
            );

    /// <summary>A program east or west of the sender writes his midnight as an hour of the day before or of the same.</summary>
    [Fact]
    public async Task A_time_that_a_format_of_days_hides_is_not_lost() =>
        await Gen.Select(Gen.Int[FirstSerial, 80_000], Gen.Int[1, 23])
            .SampleAsync(
                async (serial, hour) =>
                {
                    var stored = (serial + (hour / 24.0)).ToString("R", CultureInfo.InvariantCulture);

                    (await ReadAsync("dd.mm.yyyy", stored)).ShouldBe(
                        new Cell($"{Iso(serial)}T{hour:D2}:00:00", CellMarks.Date | CellMarks.Time, Iso(serial))
                    );
                },
                iter: Times
            );

    [Fact]
    public async Task Hidden_rows_are_told_wherever_they_stand() =>
        await Gen
            .Bool.Array[1, 12]
            .SampleAsync(
                async hidden =>
                {
                    var rows = hidden.Select(
                        (isHidden, place) =>
                            $"<row r=\"{place + 2}\"{(isHidden ? " hidden=\"1\"" : "")}>{Text($"A{place + 2}", $"строка {place}")}</row>"
                    );

                    var table = await Files.ReadAsync(Of(Row(1, "а") + string.Concat(rows)), TableFormat.Xlsx);

                    table.Rows.Select(row => row.IsHidden).ShouldBe(hidden);
                    table.Texts.Select(row => row[0]).ShouldBe(hidden.Select((_, place) => $"строка {place}"));
                },
                iter: Times
            );

    private static async Task<Cell> ReadAsync(string format, string value, bool from1904 = false)
    {
        var workbook = new Workbooks
        {
            Formats = [format],
            WorkbookProperties = from1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>",
        }.Sheet("а", Row(1, "а") + $"<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{value}</v></c></row>");
        return (await Files.ReadAsync(workbook.Save(), TableFormat.Xlsx)).Cell(2, "а");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(int serial) =>
        Before1900.AddDays(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
