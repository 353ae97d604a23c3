namespace MethodCenter.Application.Common.Tables;

/// <summary>What may be written in a column.</summary>
public enum TableColumnType
{
    Text,
    Whole,
    Decimal,
    Day,
    Flag,

    /// <summary>One of <see cref="TableColumn.Values"/>.</summary>
    Code,
}

/// <summary>A column: its name in JSON and its header in CSV and Excel.</summary>
public sealed record TableColumn(string Name, string Header)
{
    public TableColumnType Type { get; init; }

    public bool Required { get; init; }

    public string? Hint { get; init; }

    public IReadOnlyList<TableValue> Values { get; init; } = [];

    public string? Example { get; init; }

    public int? MaxLength { get; init; }
}

/// <summary>A value of a vocabulary; the Russian text is what people type.</summary>
public sealed record TableValue(string Code, string Text);

/// <summary>What a printed table says at the head of each page; in the file itself nothing stands above the header.</summary>
public sealed record TablePrint(string Left, string Right);

/// <summary>A file to be filled in.</summary>
public sealed record TableTemplate(string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<string> Notes);

/// <summary>A problem of a row or of one of its cells.</summary>
/// <param name="Row">As <see cref="TableRow.Number"/>; a row above the first is about the file as a whole.</param>
/// <param name="Column">As in <see cref="ITableReader.Header"/>; null: the row as a whole.</param>
/// <param name="Severity">«error» or «warning».</param>
public sealed record TableRemark(int Row, string? Column, string Severity, string Message, string? Value);

/// <summary>Words that stand in the files themselves, which are filled in in Russian whatever the language of the request.</summary>
public static class TableWords
{
    public const string Yes = "да";
    public const string No = "нет";
    public const string Remarks = "Замечания";
    public const string Data = "Данные";
    public const string Vocabulary = "Справочники";
    public const string Instructions = "Как заполнять";
    public const string FileRemarks = "Замечания к файлу";

    /// <summary>Sheets that accompany a table and hold none.</summary>
    public static readonly IReadOnlyList<string> Pages = [Vocabulary, Instructions, FileRemarks];
}
