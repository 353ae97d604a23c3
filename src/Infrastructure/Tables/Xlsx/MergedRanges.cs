using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Gives the cells of a merged range the value of its top-left cell, as the person sees it.</summary>
/// <remarks>Rows are shown from top to bottom; a column has one range at a time, so that no file can make this slow.</remarks>
internal sealed class MergedRanges
{
    /// <summary>Ranges are followed in these columns only.</summary>
    private const int Columns = 1024;

    private readonly List<Merge> _merges = [];
    private readonly Merge?[] _active = new Merge?[Columns];
    private int _next;
    private int _until;

    /// <summary>Reads the ranges, which stand behind the rows.</summary>
    /// <exception cref="TableFileException">There are too many.</exception>
    public static MergedRanges Read(XmlScanner sheet, TableLimits limits)
    {
        var ranges = new MergedRanges();
        using (sheet)
        {
            if (sheet.SkipTo("mergeCells"u8) && !sheet.IsSelfClosing)
            {
                ranges.Fill(sheet, limits);
            }
        }

        return ranges;
    }

    /// <summary>Shows the cells of the next row that has any.</summary>
    public void Show(int row, List<SheetCell> cells)
    {
        for (; _next < _merges.Count && _merges[_next].Top <= row; _next++)
        {
            var merge = _merges[_next];
            _until = Math.Max(_until, merge.Bottom);
            _active.AsSpan(merge.Left..(Math.Min(merge.Right, Columns - 1) + 1)).Fill(merge);
        }

        if (row > _until)
        {
            return;
        }

        foreach (var cell in cells)
        {
            if (
                cell.Column < Columns
                && _active[cell.Column] is { } merge
                && merge.Top == row
                && merge.Left == cell.Column
            )
            {
                merge.Value = cell.Value;
            }
        }
    }

    /// <summary>Goes back to the top, to show the rows again.</summary>
    public void Rewind()
    {
        (_next, _until) = (0, 0);
        Array.Clear(_active);
    }

    /// <summary>How far ranges fill a row to the right: the number of columns.</summary>
    public int Right(int row) =>
        row > _until ? 0 : Array.FindLastIndex(_active, merge => merge is not null && row <= merge.Bottom) + 1;

    /// <summary>Whether the range of a cell, if it has one, begins in its column.</summary>
    public bool Begins(int row, int column) =>
        row > _until
        || column >= Columns
        || _active[column] is not { } merge
        || row > merge.Bottom
        || merge.Left == column;

    /// <summary>The value that an empty cell has from its range.</summary>
    public Cell Fill(int row, int column) =>
        row <= _until && column < Columns && _active[column] is { } merge && row <= merge.Bottom
            ? merge.Value with
            {
                Marks = merge.Value.Text.Length == 0 ? CellMarks.None : merge.Value.Marks | CellMarks.Merged,
            }
            : Cell.Empty;

    private void Fill(XmlScanner sheet, TableLimits limits)
    {
        XmlPiece piece;
        while ((piece = sheet.Read()) != XmlPiece.End)
        {
            if (piece == XmlPiece.Close && sheet.Name.SequenceEqual("mergeCells"u8))
            {
                break;
            }

            if (piece != XmlPiece.Open || !sheet.Name.SequenceEqual("mergeCell"u8))
            {
                continue;
            }

            if (_merges.Count == limits.Merges)
            {
                throw new TableFileException(TableErrors.TooManyMerges(limits.Merges), null);
            }

            var range = sheet.Attribute("ref"u8);
            var colon = range.IndexOf((byte)':');
            if (
                colon > 0
                && CellReference.TryParse(range[..colon], out var left, out var top)
                && CellReference.TryParse(range[(colon + 1)..], out var right, out var bottom)
                && left <= right
                && top <= bottom
                && left < Columns
            )
            {
                _merges.Add(new Merge(left, top, right, bottom));
            }
        }

        _merges.Sort((one, other) => one.Top.CompareTo(other.Top));
    }

    private sealed class Merge(int left, int top, int right, int bottom)
    {
        public int Left => left;

        public int Top => top;

        public int Right => right;

        public int Bottom => bottom;

        public Cell Value { get; set; } = Cell.Empty;
    }
}

/// <summary>«AB12» as a column counted from 0 and a row counted from 1.</summary>
internal static class CellReference
{
    public const int Columns = 16_384;

    public static bool TryParse(ReadOnlySpan<byte> reference, out int column, out int row)
    {
        column = 0;
        row = 0;
        var at = 0;
        for (; at < reference.Length && reference[at] is >= (byte)'A' and <= (byte)'Z' && at < 4; at++)
        {
            column = (column * 26) + reference[at] - 'A' + 1;
        }

        var digits = at;
        for (; at < reference.Length && reference[at] is >= (byte)'0' and <= (byte)'9' && at < digits + 8; at++)
        {
            row = (row * 10) + reference[at] - '0';
        }

        column--;
        return digits > 0 && at > digits && at == reference.Length && column < Columns;
    }

    /// <summary>0 is A.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
