using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>A column of a dataset, declared once: from it come parsing, template, documentation and export.</summary>
public abstract class Column
{
    /// <summary>What people and programs write into headers besides the words: «Last name», «last_name», «Фамилия *:».</summary>
    private const string Decoration = " _-*:.\u00A0";

    /// <summary>Name in headers, findings and NDJSON, camel case.</summary>
    public required string Name { get; init; }

    /// <summary>Header for people, in Russian.</summary>
    public required string Header { get; init; }

    /// <summary>Other headers under which people keep the column.</summary>
    public IReadOnlyList<string> Aliases { get; internal set; } = [];

    public required TableColumnType Type { get; init; }

    /// <summary>Every row must fill it, so the header must be there.</summary>
    public bool Required { get; internal set; }

    /// <summary>Other columns from which a row may take what this one does not hold.</summary>
    public IReadOnlyList<Column> Alternatives { get; internal set; } = [];

    /// <summary>Only lists of others have it: neither the template nor an export does.</summary>
    public bool ImportOnly { get; internal set; }

    /// <summary>What an export says besides, the code beside a name for one: an import knows the header, a template does not ask for it.</summary>
    public bool IsBeside { get; internal set; }

    /// <summary>Protected personal data (PD-3): exported only with the permission and a stated purpose.</summary>
    public bool Personal { get; internal set; }

    /// <summary>What to write, in Russian.</summary>
    public string? Hint { get; internal set; }

    public string? Example { get; internal set; }

    /// <summary>The longest text that is taken; null: the use case says. Long columns are wide ones in workbooks.</summary>
    public int? MaxLength { get; internal set; }

    /// <summary>The values to choose from; empty: any.</summary>
    public IReadOnlyList<TableValue> Values { get; internal init; } = [];

    /// <summary>Where a refusal of the use case points when it means this column.</summary>
    public string Pointer { get; internal set; } = "";

    /// <summary>The column as a file shows it.</summary>
    public TableColumn ToTable() =>
        new(Name, Header)
        {
            Type = Type,
            Required = Required,
            Hint = Hint,
            Values = Values,
            Example = Example,
            MaxLength = MaxLength,
        };

    /// <summary>Normal form under which headers are compared: no case, ё or asterisk of required columns.</summary>
    internal static string KeyOf(string header) =>
        string.Concat(SearchText.Normalize(header).Where(symbol => !Decoration.Contains(symbol)));
}

/// <summary>A column of rows of a type.</summary>
public sealed class Column<TRow> : Column
    where TRow : class, new()
{
    /// <summary>Reads a filled cell into the row; what is wrong with it is noted at the row.</summary>
    internal CellReader<TRow> Read { get; init; } = null!;

    /// <summary>Writes the cell of a row.</summary>
    internal CellWriter<TRow> Write { get; set; } = null!;

    public Column<TRow> Obligatory()
    {
        Required = true;
        return this;
    }

    /// <summary>Every row must fill it or the other column.</summary>
    public Column<TRow> ObligatoryUnless(Column<TRow> other)
    {
        (Required, Alternatives) = (true, [.. Alternatives, other]);
        return this;
    }

    /// <summary>Read where it comes, but neither asked for nor given.</summary>
    public Column<TRow> OnlyRead()
    {
        ImportOnly = true;
        return this;
    }

    /// <summary>Given for whoever reads, and neither asked for nor read.</summary>
    public Column<TRow> OnlyWritten()
    {
        IsBeside = true;
        return this;
    }

    public Column<TRow> Protected()
    {
        Personal = true;
        return this;
    }

    public Column<TRow> Known(params string[] aliases)
    {
        Aliases = aliases;
        return this;
    }

    public Column<TRow> Explained(string hint, string? example = null)
    {
        (Hint, Example) = (hint, example);
        return this;
    }

    public Column<TRow> AtMost(int length)
    {
        MaxLength = length;
        return this;
    }

    /// <summary>Refusals of the use case that point here are about this column.</summary>
    public Column<TRow> At(string pointer)
    {
        Pointer = pointer;
        return this;
    }
}

/// <summary>Reads a filled cell into a row.</summary>
internal delegate void CellReader<TRow>(ImportRow<TRow> row, Column column, in Cell cell)
    where TRow : class, new();

/// <summary>Reads the text of a filled cell.</summary>
internal delegate string? TextReader(ImportRow row, Column column, in Cell cell);

/// <summary>Writes the cell of a row; a script gets codes where people get names.</summary>
internal delegate void CellWriter<TRow>(TRow row, ITableWriter writer, bool codes);
