using System.Text;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Programs save Russian in many ways.</summary>
public sealed class CsvEncodingTests
{
    private const string Table = "Фамилия;Имя\nЁлкина;Алёна\nСьянов;Пётр № 1 «ы»\n";
    private static readonly string[][] Rows =
    [
        ["Ёлкина", "Алёна"],
        ["Сьянов", "Пётр № 1 «ы»"],
    ];

    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Table) },
            { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)] },
            { "Windows-1251", Files.In1251(Table) },
            { "UTF-16 LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table)] },
            { "UTF-16 BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_encoding_is_told_from_the_content(string encoding, byte[] content)
    {
        encoding.ShouldNotBeEmpty();
        (await Files.ReadAsync(content, TableFormat.Csv)).Texts.ShouldBe(Rows);
    }

    [Fact]
    public async Task Latin_headers_and_late_Russian_letters_are_told_apart_too()
    {
        var text = new StringBuilder("name;title\n");
        for (var row = 0; row < 60_000; row++)
        {
            text.Append("Smith;teacher\n");
        }

        text.Append("Ёлкина;учитель\n");

        var cyrillic = await Files.ReadAsync(Files.In1251(text.ToString()), TableFormat.Csv);
        cyrillic.Texts[^1].ShouldBe(["Ёлкина", "учитель"]);
        var unicode = await Files.ReadAsync(Encoding.UTF8.GetBytes(text.ToString()), TableFormat.Csv);
        unicode.Texts[^1].ShouldBe(["Ёлкина", "учитель"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_letter_across_the_end_of_a_block_stays_whole(int shift)
    {
        var text = new StringBuilder("а;б\n").Append('x', shift).Append(";1\n");
        for (var row = 0; row < 20_000; row++)
        {
            text.Append("Щука 🐟 жарёная;«№»\n");
        }

        var table = await Files.ReadAsync(Encoding.UTF8.GetBytes(text.ToString()), TableFormat.Csv);

        table.Texts.Skip(1).ShouldAllBe(row => row[0] == "Щука 🐟 жарёная" && row[1] == "«№»");
    }

    [Fact]
    public async Task A_wrong_byte_far_behind_the_beginning_is_named_by_its_line()
    {
        var text = new StringBuilder("Фамилия;Имя\n");
        for (var row = 2; row <= 50_000; row++)
        {
            text.Append("Иванова;Мария\n");
        }

        byte[] content = [.. Encoding.UTF8.GetBytes(text.ToString()), .. Files.In1251("Петров;Пётр\nСидоров;Иван\n")];

        var (broken, rows) = await Files.BreakAsync(new MemoryStream(content), TableFormat.Csv);

        broken.Error.Code.ShouldBe("table.wrong-encoding");
        broken.Error.Params["line"].ShouldBe(50_001);
        rows.Count.ShouldBe(49_999);
    }

    [Fact]
    public async Task One_wrong_byte_in_UTF_8_does_not_make_it_Windows_1251()
    {
        byte[] content =
        [
            .. "Фамилия;Имя;Отчество\nИванова;Мария;Петровна\nПетров"u8,
            0xD0,
            .. ";Пётр\nСидоров;Иван\n"u8,
        ];

        var (broken, rows) = await Files.BreakAsync(new MemoryStream(content), TableFormat.Csv);

        broken.Row.ShouldBe(3);
        rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task UTF_8_that_breaks_off_within_a_letter_is_refused()
    {
        byte[] content = [.. "Фамилия;Имя\nИванова;Мари"u8, 0xD1];

        var (broken, _) = await Files.BreakAsync(new MemoryStream(content), TableFormat.Csv);

        broken.Error.Code.ShouldBe("table.wrong-encoding");
        broken.Row.ShouldBe(2);
    }
}
