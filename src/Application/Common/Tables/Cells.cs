namespace MethodCenter.Application.Common.Tables;

/// <summary>What is special about a cell.</summary>
[Flags]
public enum CellMarks
{
    None = 0,

    /// <summary>A numeric cell of Excel or a JSON number; the text is written as in code: <c>1234.5</c>.</summary>
    Number = 1,

    /// <summary>A numeric cell formatted as a date (then it is not <see cref="Number"/>); the text is <c>yyyy-MM-dd</c>.</summary>
    Date = 2,

    /// <summary>A boolean cell or JSON <c>true</c>, <c>false</c>; the text is that word.</summary>
    Boolean = 4,

    /// <summary>A formula; the text is the value stored with it.</summary>
    Formula = 8,

    /// <summary>Filled down or right from the top-left cell of a merged range.</summary>
    Merged = 16,

    /// <summary><c>#N/A</c> and the like; the text is that word.</summary>
    Error = 32,

    /// <summary>A text cell of a typed format (Excel, a JSON string): tells a number that is stored as text.</summary>
    FromText = 64,

    /// <summary>The text has a time of day: <c>yyyy-MM-ddTHH:mm:ss</c> with <see cref="Date"/>, <c>HH:mm:ss</c> without.</summary>
    Time = 128,

    /// <summary>A number of a workbook that counts its days from 1904.</summary>
    From1904 = 256,
}

/// <summary>A value as read: trimmed, empty when there is none, never null.</summary>
/// <param name="Text">The value.</param>
/// <param name="Marks">What is special about it.</param>
/// <param name="Shown">What the person sees instead, where the format of the cell shows the value otherwise.</param>
public readonly record struct Cell(string Text, CellMarks Marks, string? Shown = null)
{
    public static readonly Cell Empty = new("", CellMarks.None);

    /// <summary>What the person sees in the cell.</summary>
    public string Seen => Shown ?? Text;
}

/// <summary>A row as read.</summary>
public sealed class TableRow
{
    /// <summary>The number that the person sees: in Excel the row, in CSV the line on which it begins, in NDJSON the line.</summary>
    public required int Number { get; init; }

    /// <summary>One for each cell of the header, in order. Empty when the row is unreadable or empty.</summary>
    public Cell[] Cells { get; init; } = [];

    /// <summary>Why this row alone cannot be read: malformed JSON, more cells than the header has, an unknown member.</summary>
    public Error? Unreadable { get; init; }

    /// <summary>The value because of which it cannot be read.</summary>
    public string? UnreadableValue { get; init; }

    /// <summary>The row is not shown to the person: a filter or he himself has hidden it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Nothing is written in the row; what is filled from a merged range does not count.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Rows that this one stands for: consecutive empty rows come as one. Otherwise 1.</summary>
    public int Count { get; init; } = 1;
}
