namespace MethodCenter.Infrastructure.Tables;

/// <summary>Finds the header: the first row that is filled, unless it is a title above the table.</summary>
internal sealed class HeaderSearch
{
    /// <summary>A header further below its title is not looked for.</summary>
    private const int Furthest = 20;

    private int _first = -1;
    private int _seen;

    /// <summary>Position of the header among the rows that were shown.</summary>
    public int Found { get; private set; } = -1;

    /// <summary>Shows the next row; true when enough rows have been seen.</summary>
    /// <param name="filled">Cells with a value, without those that are filled from a merged range.</param>
    /// <param name="mayBeTitle">The table has more columns than this one.</param>
    public bool Show(int filled, bool mayBeTitle)
    {
        var at = _seen++;
        if (filled > 0 && _first < 0)
        {
            _first = at;
            Found = at;
            return filled > 1 || !mayBeTitle;
        }

        if (filled > 1)
        {
            Found = at;
            return true;
        }

        return _first >= 0 && at - _first >= Furthest;
    }
}
