using CsCheck;
using MethodCenter.Application.Common.Tables;
using MethodCenter.TestKit;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>
/// Wherever a table stands in a file, and however its header is laid out, it is found and read the same; a failure is shrunk
/// and names its seed.
/// </summary>
public sealed class HeaderPropertyTests
{
    private const int Times = 300;
    private const string Seed = "d3jqlFNH93X1";

    private static readonly string[] Names = ["Фамилия", "Имя", "Отчество", "Должность", "Ставка"];

    private static readonly TableHeaders Headers = new(
        Names,
        header =>
            Array.Find(
                Names,
                name => header == name || header.EndsWith(TableHeaders.Joint + name, StringComparison.Ordinal)
            )
    );

    private static readonly Gen<Layout> Layouts = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[0, 3],
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        Gen.Int[1, 4],
        (titles, offset, grouped, wide, numbered, instructions, rows) =>
            new Layout(titles, offset, grouped, wide, numbered, instructions, rows)
    );

    [Fact]
    public async Task A_table_of_a_workbook_is_found() =>
        await Layouts.SampleAsync(
            async layout =>
            {
                var table = await Files.ReadAsync(layout.Workbook(), TableFormat.Xlsx, headers: Headers);

                Check(table, layout);
                table
                    .Warnings.Select(warning => warning.Code)
                    .ShouldBe([
                        .. layout.Titles > 0 || layout.Grouped ? ["table.title-skipped"] : Array.Empty<string>(),
                        .. layout.Numbered ? ["table.numbers-skipped"] : Array.Empty<string>(),
                        .. layout.Instructions ? ["table.other-sheets"] : Array.Empty<string>(),
                    ]);
            },
            iter: Times,
            seed: Seed
        );

    [Fact]
    public async Task A_table_of_a_text_is_found() =>
        await Layouts.SampleAsync(
            async layout => Check(await Files.ReadAsync(layout.Csv(), TableFormat.Csv, headers: Headers), layout),
            iter: Times,
            seed: Seed
        );

    /// <summary>A value in a column without a name is never lost.</summary>
    [Fact]
    public async Task A_value_under_no_name_refuses_its_row() =>
        await Gen.Select(Gen.Int[0, 4], Gen.Bool)
            .SampleAsync(
                async (blank, workbook) =>
                {
                    string[] header = [.. Names.Select((name, column) => column == blank ? "" : name)];
                    string[] values = [.. Names.Select((_, column) => $"значение {column}")];
                    var content = workbook
                        ? Workbooks.Of(Workbooks.Row(1, header) + Workbooks.Row(2, values))
                        : System.Text.Encoding.UTF8.GetBytes($"{string.Join(';', header)}\n{string.Join(';', values)}");

                    var table = await Files.ReadAsync(
                        content,
                        workbook ? TableFormat.Xlsx : TableFormat.Csv,
                        headers: Headers
                    );

                    var row = table.Rows.ShouldHaveSingleItem();
                    row.Unreadable.ShouldNotBeNull().Code.ShouldBe("table.outside-header");
                    row.Unreadable.Params["column"].ShouldBe($"{(char)('A' + blank)}");
                    row.UnreadableValue.ShouldBe($"значение {blank}");
                },
                iter: Times,
                seed: Seed
            );

    [Theory]
    [InlineData(@"00000;\-00000", "1197", "01197")]
    [InlineData(@"00000;\-00000", "123456", "123456")]
    [InlineData(@"000\-000\-000\ 00", "8765430300", "087-654-303 00")]
    [InlineData("\"№ \"000", "7", "№ 007")]
    [InlineData("0.00", "7", "7")]
    [InlineData("#,##0", "1197", "1197")]
    public async Task A_number_of_fixed_digits_is_read_as_it_is_shown(string format, string number, string shown)
    {
        var workbook = new Workbooks { Formats = [format] }
            .Sheet("а", Workbooks.Row(1, "Ключ", "Имя") + $"<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{number}</v></c></row>")
            .Save();

        var table = await Files.ReadAsync(workbook, TableFormat.Xlsx);

        table.Cell(2, "Ключ").Seen.ShouldBe(shown);
        table.Cell(2, "Ключ").Text.ShouldBe(number);
    }

    private static void Check(ReadTable table, Layout layout)
    {
        var read = table.Rows.Where(row => !row.IsEmpty).ToList();
        read.ShouldAllBe(row => row.Unreadable == null);
        int[] places =
        [
            .. Names.Select(name => table.Header.ToList().FindIndex(header => Headers.NameUnder(header) == name)),
        ];
        read.Select(row => places.Select(place => row.Cells[place].Text).ToArray())
            .ShouldBe(Enumerable.Range(0, layout.Rows).Select(Layout.Values));
    }

    /// <param name="Titles">Rows of words above the table.</param>
    /// <param name="Offset">Empty columns before it.</param>
    /// <param name="Grouped">The names stand under «ФИО» and «Работа», in two rows.</param>
    /// <param name="Wide">Each column is two merged ones, as 1С has them (workbooks only).</param>
    /// <param name="Numbered">The columns are numbered below the header.</param>
    /// <param name="Instructions">A sheet of words stands before (workbooks only).</param>
    /// <param name="Rows">Rows of values.</param>
    private sealed record Layout(
        int Titles,
        int Offset,
        bool Grouped,
        bool Wide,
        bool Numbered,
        bool Instructions,
        int Rows
    )
    {
        private static readonly string[] Groups = ["ФИО", "ФИО", "ФИО", "Работа", "Работа"];

        public static string[] Values(int row) => [.. Names.Select((name, column) => $"{name} {row}-{column}")];

        public byte[] Csv()
        {
            var lines = Lines().Select(line => string.Join(';', line.Prepend(Offset)));
            return System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        }

        public byte[] Workbook()
        {
            var width = Wide ? 2 : 1;
            var (rows, merges) = (new System.Text.StringBuilder(), new List<string>());
            foreach (var (line, number) in Lines().Select((line, index) => (line, index + 1)))
            {
                var cells = line.Select((text, column) => (Text: text, Column: Offset + (column * width)));
                rows.Append($"<row r=\"{number}\">")
                    .AppendJoin(
                        "",
                        cells
                            .Where(cell => cell.Text.Length > 0)
                            .Select(cell => Workbooks.Text($"{Letter(cell.Column)}{number}", cell.Text))
                    )
                    .Append("</row>");
                if (Wide && number > Titles)
                {
                    merges.AddRange(
                        cells
                            .Where(cell => cell.Text.Length > 0 && !IsGroup(number))
                            .Select(cell => $"{Letter(cell.Column)}{number}:{Letter(cell.Column + 1)}{number}")
                    );
                }

                if (IsGroup(number))
                {
                    merges.Add($"{Letter(Offset)}{number}:{Letter(Offset + (3 * width) - 1)}{number}");
                    merges.Add($"{Letter(Offset + (3 * width))}{number}:{Letter(Offset + (5 * width) - 1)}{number}");
                }
            }

            var behind =
                merges.Count == 0
                    ? ""
                    : $"<mergeCells>{string.Concat(merges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
            var workbook = new Workbooks();
            if (Instructions)
            {
                workbook.Sheet("Прочтите", Workbooks.Row(1, "Заполните", "второй лист") + Workbooks.Row(2, "Имя"));
            }

            return workbook.Sheet("Данные", rows.ToString(), behind).Save();
        }

        private bool IsGroup(int number) => Grouped && number == Titles + 1;

        private static char Letter(int column) => (char)('A' + column);

        private IEnumerable<string[]> Lines()
        {
            for (var title = 0; title < Titles; title++)
            {
                yield return [$"Список — часть {title}"];
            }

            if (Grouped)
            {
                // Of a merged range the first cell is written, in a text as in a workbook.
                yield return [.. Groups.Select((group, column) => column is 0 or 3 ? group : "")];
            }

            yield return Names;
            if (Numbered)
            {
                yield return ["1", "2", "3", "4", "5"];
            }

            for (var row = 0; row < Rows; row++)
            {
                yield return Values(row);
            }
        }
    }
}

file static class Lines
{
    public static IEnumerable<string> Prepend(this string[] line, int empty) =>
        Enumerable.Repeat("", empty).Concat(line);
}
