using System.Text;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Whatever comes in, and in whatever pieces: rows, or a refusal with a code.</summary>
public sealed class RobustnessTests
{
    private const string Soup = "аЯё;;;,\t\"\"\"\"\r\n\n\n'=x1 {}[]:,\\u";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task CSV_is_the_same_in_pieces_as_in_one(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("\"столбец 1\";б;в\r\n");
        for (var field = 0; field < 60_000; field++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "щ;\"\r\n🐟"[random.Next(5)]));
            text.Append('"').Append(value.Replace("\"", "\"\"")).Append('"');
            text.Append(
                field % 3 < 2
                    ? ";"
                    : random.Next(3) switch
                    {
                        0 => "\r\n",
                        1 => "\n",
                        _ => "\r",
                    }
            );
        }

        foreach (var content in new[] { Encoding.UTF8.GetBytes(text.ToString()), Files.In1251(text.ToString()) })
        {
            var whole = await Files.ReadAsync(content, TableFormat.Csv);
            var pieces = await Files.ReadAsync(new TrickleStream(content, 13 * seed), TableFormat.Csv);

            whole.Rows.Count.ShouldBeGreaterThan(10_000);
            pieces.Texts.ShouldBe(whole.Texts);
            pieces.Rows.Select(row => row.Number).ShouldBe(whole.Rows.Select(row => row.Number));
        }
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Ndjson)]
    [InlineData(TableFormat.Xlsx)]
    public async Task Soup_never_crashes(TableFormat format)
    {
        var random = new Random(20261202);
        for (var round = 0; round < 1_500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Soup[random.Next(Soup.Length)]));
            var content = Encoding.UTF8.GetBytes(text);
            for (var hit = random.Next(3); hit > 0 && content.Length > 0; hit--)
            {
                content[random.Next(content.Length)] = (byte)random.Next(256);
            }

            await TryReadAsync(content, format);
        }
    }

    [Fact]
    public async Task Lines_of_JSON_soup_never_crash()
    {
        var random = new Random(20261203);
        var pieces = new[]
        {
            "{",
            "}",
            "\"name\"",
            "\"x\"",
            ":",
            ",",
            "1",
            "-1e5",
            "null",
            "true",
            "[",
            "\\u00e9",
            " ",
            "\n",
        };
        for (var round = 0; round < 1_500; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            await TryReadAsync(Encoding.UTF8.GetBytes("{\"name\":1}\n" + text), TableFormat.Ndjson);
        }
    }

    private static async Task TryReadAsync(byte[] content, TableFormat format)
    {
        using var stream = new MemoryStream(content);
        var opened = await Files.Service.OpenAsync(stream, format, TableHeaders.Any(["name"]), Files.Cancel);
        if (opened.Refused)
        {
            opened.Error.Code.ShouldStartWith("table.");
            return;
        }

        await using var reader = opened.Value;
        try
        {
            var last = reader.HeaderRow;
            await foreach (var row in reader.ReadAsync(Files.Cancel))
            {
                row.Number.ShouldBeGreaterThan(last);
                last = row.Number + row.Count - 1;
                row.Cells.Length.ShouldBe(row.IsEmpty || row.Unreadable is not null ? 0 : reader.Header.Count);
                row.Cells.Count(cell => cell.Text is null || cell.Text != cell.Text.Trim()).ShouldBe(0);
            }
        }
        catch (TableFileException exception)
        {
            exception.Error.Code.ShouldStartWith("table.");
        }
    }
}
