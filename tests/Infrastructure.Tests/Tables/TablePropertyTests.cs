using CsCheck;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Whatever text stands in a table comes back from every format; a failure is shrunk and names its seed.</summary>
public sealed class TablePropertyTests
{
    private const int Times = 400;

    /// <summary>What breaks careless readers and writers, beside plain words.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf(
        "слово",
        "Ёж",
        "12",
        " ",
        "=1+1",
        "+",
        "-",
        "@SUM(A1)",
        "'",
        "''",
        "\"",
        "\"\"",
        ";",
        ",",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "|",
        "\\",
        "\\n",
        "{\"a\":1}",
        "[",
        "null",
        "да",
        "01.02.2026",
        "<b>",
        "&amp;",
        "]]>",
        "_x000D_",
        "_x005F_",
        "_x0041",
        "#Н/Д",
        "\u00A0",
        "\u0085",
        "\u00AD",
        "\u200B",
        "\u2028",
        "\u202E",
        "\u0301",
        "\uFEFF",
        "\uFFFD",
        "\uFFFE",
        "\uFFFF",
        "🐟",
        "👩‍🏫"
    );

    private static readonly Gen<string> Text = Piece.Array[0, 6].Select(string.Concat);

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Ndjson)]
    public async Task Every_text_comes_back(TableFormat format) =>
        await Gen.Select(Gen.Int[1, 4], Text.Array[0, 24])
            .SampleAsync(
                async table =>
                {
                    var (width, texts) = table;
                    var columns = Enumerable
                        .Range(0, width)
                        .Select(index => new TableColumn($"c{index}", $"Столбец {index}"))
                        .ToList();
                    var rows = texts.Chunk(width).Where(row => row.Length == width).ToList();

                    var content = await Files.WriteAsync(format, columns, writer => WriteAsync(writer, rows));
                    var read = await Files.ReadAsync(content, format, [.. columns.Select(column => column.Name)]);

                    read.Rows.ShouldAllBe(row => row.Unreadable == null);
                    read.Rows.SelectMany(row => row.IsEmpty ? Empty(row.Count, width) : [Texts(row)])
                        .ToArray()
                        .ShouldBe(rows.Select(row => row.Select(text => text.Trim()).ToArray()).ToArray());
                },
                iter: Times,
                print: table => string.Join(", ", table.Item2.Select(text => $"«{Escaped(text)}»"))
            );

    private static async Task WriteAsync(ITableWriter writer, List<string[]> rows)
    {
        foreach (var row in rows)
        {
            foreach (var text in row)
            {
                writer.Text(text);
            }

            await writer.EndRowAsync(Files.Cancel);
        }
    }

    private static string[] Texts(TableRow row) => [.. row.Cells.Select(cell => cell.Text)];

    private static IEnumerable<string[]> Empty(int rows, int width) =>
        Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat("", width).ToArray());

    private static string Escaped(string text) =>
        string.Concat(text.Select(symbol => symbol is < ' ' or > '\u007E' ? $"\\u{(int)symbol:X4}" : $"{symbol}"));
}
