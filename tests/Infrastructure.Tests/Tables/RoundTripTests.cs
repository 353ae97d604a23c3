using System.Globalization;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>What is written is what is read, in every format.</summary>
public sealed class RoundTripTests
{
    private const string Letters =
        "абвЁёщЫ ABCxyz0123456789;,\t\"'=+-@|\n\r&<>_x0041_/\\№«»—\u00A0🐟\u0301{}[]()%$#!?.:*";

    [Theory]
    [InlineData(TableFormat.Csv, 1)]
    [InlineData(TableFormat.Csv, 2)]
    [InlineData(TableFormat.Csv, 3)]
    [InlineData(TableFormat.Xlsx, 4)]
    [InlineData(TableFormat.Xlsx, 5)]
    [InlineData(TableFormat.Xlsx, 6)]
    [InlineData(TableFormat.Ndjson, 7)]
    [InlineData(TableFormat.Ndjson, 8)]
    [InlineData(TableFormat.Ndjson, 9)]
    public async Task A_random_table_comes_back(TableFormat format, int seed)
    {
        var random = new Random(seed);
        var columns = Enumerable
            .Range(0, random.Next(2, 15))
            .Select(index => new TableColumn($"c{index}", $"Столбец {index}")
            {
                Type = (TableColumnType)random.Next(5),
            })
            .ToList();
        var rows = Enumerable
            .Range(0, 1_000)
            .Select(_ => columns.Select(column => Value(column.Type, random)).ToArray())
            .ToList();

        var content = await Files.WriteAsync(
            format,
            columns,
            async writer =>
            {
                foreach (var row in rows)
                {
                    foreach (var (column, value) in columns.Zip(row))
                    {
                        Write(writer, column.Type, value);
                    }

                    await writer.EndRowAsync(Files.Cancel);
                }
            }
        );
        var table = await Files.ReadAsync(content, format, [.. columns.Select(column => column.Name)]);

        table.Header.ShouldBe(columns.Select(column => format == TableFormat.Ndjson ? column.Name : column.Header));
        table.Rows.ShouldAllBe(row => row.Unreadable == null);
        var read = table.Rows.SelectMany(row =>
            row.IsEmpty ? Enumerable.Repeat(columns.Select(_ => Cell.Empty).ToArray(), row.Count) : [row.Cells]
        );
        read.Select(cells => columns.Zip(cells, (column, cell) => Parse(column.Type, format, cell)).ToArray())
            .ToArray()
            .ShouldBe(
                rows.Select(row => row.Select(value => value is string text ? Trim(text) : value).ToArray()).ToArray()
            );
    }

    /// <summary>Excel reads <c>_x0041_</c> as «A»; the last underscore may be that of a carriage return behind it.</summary>
    [Theory]
    [InlineData("_x0041_")]
    [InlineData("_x0041\r.")]
    [InlineData("_x0041_x0041_")]
    [InlineData("_x0041&_")]
    public async Task What_looks_escaped_in_a_workbook_comes_back(string text)
    {
        var content = await Files.WriteAsync(
            TableFormat.Xlsx,
            [new TableColumn("name", "Имя")],
            async writer =>
            {
                writer.Text(text);
                await writer.EndRowAsync(Files.Cancel);
            }
        );

        (await Files.ReadAsync(content, TableFormat.Xlsx)).Texts.Single().ShouldBe([text]);
    }

    private static object? Value(TableColumnType type, Random random) =>
        random.Next(8) == 0
            ? null
            : type switch
            {
                TableColumnType.Whole => random.Next(int.MinValue, int.MaxValue),
                TableColumnType.Decimal => Math.Round((decimal)(random.NextDouble() - 0.5) * 1_000_000, random.Next(5)),
                TableColumnType.Day => new DateOnly(1900, 1, 1).AddDays(random.Next(80_000)),
                TableColumnType.Flag => random.Next(2) == 0,
                _ => new string([.. Enumerable.Range(0, random.Next(20)).SelectMany(_ => Letter(random))]),
            };

    /// <summary>A letter with what belongs to it: half of a pair is not text.</summary>
    private static string Letter(Random random)
    {
        var at = random.Next(Letters.Length);
        return char.IsSurrogate(Letters[at]) ? "🐟"
            : random.Next(100) == 0 ? "_x0041_"
            : Letters[at].ToString();
    }

    private static string? Trim(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static void Write(ITableWriter writer, TableColumnType type, object? value)
    {
        switch (type)
        {
            case TableColumnType.Whole:
                writer.Number((int?)value);
                break;
            case TableColumnType.Decimal:
                writer.Number((decimal?)value);
                break;
            case TableColumnType.Day:
                writer.Day((DateOnly?)value);
                break;
            case TableColumnType.Flag:
                writer.Flag((bool?)value);
                break;
            default:
                writer.Text((string?)value);
                break;
        }
    }

    private static object? Parse(TableColumnType type, TableFormat format, Cell cell)
    {
        var text = cell.Text;
        return text.Length == 0
            ? null
            : type switch
            {
                TableColumnType.Whole => int.Parse(text, CultureInfo.InvariantCulture),
                TableColumnType.Decimal => decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture),
                TableColumnType.Day => DateOnly.ParseExact(
                    text,
                    format == TableFormat.Csv ? "dd.MM.yyyy" : "yyyy-MM-dd",
                    CultureInfo.InvariantCulture
                ),
                TableColumnType.Flag => text is "да" or "true",
                _ => text,
            };
    }
}
