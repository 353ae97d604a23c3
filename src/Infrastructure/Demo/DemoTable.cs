using System.Globalization;
using System.Text;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A table of <c>samples/demo</c>, which the service carries within itself. UTF-8, commas, quotes doubled.</summary>
internal sealed class DemoTable
{
    private readonly Dictionary<string, int> _columns;

    private DemoTable(List<string[]> lines)
    {
        _columns = lines[0].Select((name, place) => (name, place)).ToDictionary(StringComparer.Ordinal);
        Rows = [.. lines.Skip(1).Select((cells, place) => new DemoRow(this, cells, place))];
    }

    public IReadOnlyList<DemoRow> Rows { get; }

    public static Stream Open(string name) =>
        typeof(DemoTable).Assembly.GetManifestResourceStream($"Demo/{name}.csv")
        ?? throw new InvalidOperationException($"The demo table {name} is not part of the service.");

    public static DemoTable Read(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new DemoTable(Parse(reader.ReadToEnd()));
    }

    internal int Place(string column) => _columns[column];

    private static List<string[]> Parse(string text)
    {
        List<string[]> lines = [];
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var place = 0; place < text.Length; place++)
        {
            var symbol = text[place];
            if (quoted)
            {
                if (symbol == '"' && place + 1 < text.Length && text[place + 1] == '"')
                {
                    cell.Append('"');
                    place++;
                }
                else if (symbol == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(symbol);
                }

                continue;
            }

            switch (symbol)
            {
                case '"':
                    quoted = true;
                    break;
                case ',':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    lines.Add([.. cells]);
                    cells.Clear();
                    break;
                case '\r':
                    break;
                default:
                    cell.Append(symbol);
                    break;
            }
        }

        return lines;
    }
}

/// <summary>A row of a demo table; its cells by the names of the columns.</summary>
/// <param name="Index">From 0, in the order of the file.</param>
internal sealed record DemoRow(DemoTable Table, string[] Cells, int Index)
{
    public string this[string column] => Cells[Table.Place(column)];

    /// <summary>Null where the cell is empty.</summary>
    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    public int Number(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    /// <summary>A value of an enum as the API spells it.</summary>
    public TEnum Value<TEnum>(string column)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(this[column], ignoreCase: true);
}
