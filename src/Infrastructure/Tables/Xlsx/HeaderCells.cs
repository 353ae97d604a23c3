namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>The cells of a row as a header is looked for among them.</summary>
internal static class HeaderCells
{
    /// <summary>A header further to the right is not looked for.</summary>
    private const int Columns = 1024;

    /// <param name="rows">Stands at the row.</param>
    /// <param name="merges">Were shown the row; null: merged ranges do not matter.</param>
    public static HeaderCell[] Of(SheetRows rows, MergedRanges? merges)
    {
        var cells = new HeaderCell[Math.Min(Math.Max(Width(rows.Cells), merges?.Right(rows.Number) ?? 0), Columns)];
        Array.Fill(cells, new HeaderCell("", Own: false, Begins: true));
        if (merges is not null)
        {
            for (var column = 0; column < cells.Length; column++)
            {
                var text = merges.Fill(rows.Number, column).Text;
                cells[column] = new HeaderCell(text, Own: false, merges.Begins(rows.Number, column));
            }
        }

        foreach (var cell in rows.Cells)
        {
            if (cell.Column < cells.Length)
            {
                cells[cell.Column] = new HeaderCell(cell.Value.Seen, Own: true, Begins: true);
            }
        }

        return cells;
    }

    private static int Width(List<SheetCell> cells) => cells.Count == 0 ? 0 : cells.Max(cell => cell.Column) + 1;
}
