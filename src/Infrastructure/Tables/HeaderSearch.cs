using System.Globalization;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables;

/// <summary>A cell above or in a table, where its header is looked for.</summary>
/// <param name="Text">What the person sees there.</param>
/// <param name="Own">It is written there; otherwise it comes from the merged range that begins further left or above.</param>
/// <param name="Begins">The range, if any, begins in this column: the cell names a column, not the rest of one.</param>
internal readonly record struct HeaderCell(string Text, bool Own, bool Begins);

/// <summary>Where the header of a table is.</summary>
/// <param name="First">Position of its first row among the rows that were shown.</param>
/// <param name="Depth">How many rows it has.</param>
/// <param name="Known">How many of its columns are known.</param>
internal readonly record struct HeaderPlace(int First, int Depth, int Known)
{
    public int Last => First + Depth - 1;
}

/// <summary>
/// Finds the header: the rows under which most columns are known. Where none is, it is the first row that is filled, unless it
/// is a title above the table.
/// </summary>
internal sealed class HeaderSearch(TableHeaders headers)
{
    /// <summary>A header further below the first filled row is not looked for.</summary>
    private const int Furthest = 20;

    /// <summary>Rows that a header may have.</summary>
    private const int Deepest = 3;

    /// <summary>A row of column numbers has at least so many.</summary>
    private const int FewestNumbers = 3;

    private readonly List<(int Number, HeaderCell[] Cells)> _rows = [];

    /// <summary>Words repeat in the rows that are tried: each is looked up once.</summary>
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);
    private int _filled;

    /// <summary>Shows the next row; true when enough rows have been seen.</summary>
    public bool Show(int number, HeaderCell[] cells)
    {
        _rows.Add((number, cells));
        _filled += _filled > 0 || Array.Exists(cells, IsFilled) ? 1 : 0;
        return _filled > Furthest + Deepest;
    }

    /// <summary>The header among the rows that were shown; null: nothing is written in them.</summary>
    /// <param name="mayBeTitle">The row at a position may be a title: the table may have more columns than it.</param>
    public HeaderPlace? Find(Func<int, bool> mayBeTitle)
    {
        var plain = FindFirst(mayBeTitle);
        HeaderPlace best = default;
        for (var first = 0; first < _rows.Count; first++)
        {
            for (var depth = 1; depth <= Deepest && Extends(first, depth); depth++)
            {
                var known = CountKnown(first, depth);
                if (known > best.Known || (known == best.Known && known > 0 && depth < best.Depth))
                {
                    best = new HeaderPlace(first, depth, known);
                }
            }
        }

        // A single word may stand anywhere, also in a row of values.
        return best.Known > 1 || (best.Known == 1 && best.First == plain) ? best
            : plain < 0 ? null
            : new HeaderPlace(plain, 1, 0);
    }

    /// <summary>What stands above each column, the parts of several rows joined; empty: no column begins there.</summary>
    public string[] Join(HeaderPlace place)
    {
        var width = _rows.GetRange(place.First, place.Depth).Max(row => row.Cells.Length);
        return [.. Enumerable.Range(0, width).Select(column => Join(place.First, place.Depth, column))];
    }

    /// <summary>Whether the row behind the header only numbers the columns: 1, 2, 3 (in forms also «А», «Б», 1, 2).</summary>
    public bool IsNumbered(int position)
    {
        if (position >= _rows.Count || _rows[position].Number != _rows[position - 1].Number + 1)
        {
            return false;
        }

        var expected = 1;
        foreach (var cell in _rows[position].Cells.Where(IsFilled))
        {
            if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (number != expected++)
                {
                    return false;
                }
            }
            else if (expected > 1 || cell.Text is not [>= 'А' and <= 'Я'])
            {
                return false;
            }
        }

        return expected > FewestNumbers;
    }

    private int FindFirst(Func<int, bool> mayBeTitle)
    {
        var first = _rows.FindIndex(row => Array.Exists(row.Cells, IsFilled));
        if (first < 0 || Filled(first) > 1 || !mayBeTitle(first))
        {
            return first;
        }

        for (var below = first + 1; below < _rows.Count && below <= first + Furthest; below++)
        {
            if (Filled(below) > 1)
            {
                return below;
            }
        }

        return first;
    }

    /// <summary>Whether the header that begins in a row can have so many: a further row names columns, too.</summary>
    private bool Extends(int first, int depth)
    {
        var last = first + depth - 1;
        if (depth == 1)
        {
            return Filled(first) > 0;
        }

        if (last >= _rows.Count || _rows[last].Number != _rows[last - 1].Number + 1)
        {
            return false;
        }

        var cells = _rows[last].Cells;
        var known = Enumerable
            .Range(0, cells.Length)
            .Count(column => IsFilled(cells[column]) && NameUnder(Join(first, depth, column)) is not null);
        return known > 0 && known * 2 >= Filled(last);
    }

    private int CountKnown(int first, int depth)
    {
        var width = _rows.GetRange(first, depth).Max(row => row.Cells.Length);
        return Enumerable
            .Range(0, width)
            .Select(column => NameUnder(Join(first, depth, column)))
            .Where(name => name is not null)
            .Distinct(StringComparer.Ordinal)
            .Count();
    }

    private string? NameUnder(string header)
    {
        if (header.Length == 0)
        {
            return null;
        }

        if (!_names.TryGetValue(header, out var name))
        {
            _names.Add(header, name = headers.NameUnder(header));
        }

        return name;
    }

    private string Join(int first, int depth, int column)
    {
        List<string> parts = [];
        var begins = false;
        foreach (var (_, cells) in _rows.GetRange(first, depth))
        {
            if (column < cells.Length && cells[column].Text.Length > 0)
            {
                begins |= cells[column].Begins;
                if (parts.Count == 0 || parts[^1] != cells[column].Text)
                {
                    parts.Add(cells[column].Text);
                }
            }
        }

        return begins ? string.Join(TableHeaders.Joint, parts) : "";
    }

    private int Filled(int position) => _rows[position].Cells.Count(IsFilled);

    private static bool IsFilled(HeaderCell cell) => cell.Own && cell.Text.Length > 0;
}
