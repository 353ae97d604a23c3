using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>A kind of rows that files bring and take away: an area joins import and export by declaring one.</summary>
public abstract class Dataset
{
    private FrozenDictionary<string, Column>? _known;
    private TableHeaders? _headers;

    /// <summary>Plural resource name, as in the addresses.</summary>
    public abstract string Name { get; }

    /// <summary>What it holds, in Russian.</summary>
    public abstract string Title { get; }

    public abstract string ReadPermission { get; }

    public abstract string WritePermission { get; }

    /// <summary>Files bring it; false: it is only taken away, since its rows come about by decisions.</summary>
    public virtual bool Imported => true;

    /// <summary>What is needed to export the columns of protected personal data; null: there are none.</summary>
    public virtual string? PersonalPermission => null;

    /// <summary>What people must know before they fill the file, in Russian.</summary>
    public abstract IReadOnlyList<string> Notes { get; }

    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The request of the list, whose filters the export takes.</summary>
    public abstract Type ListType { get; }

    internal abstract IImportSession Begin(IServiceProvider services, string? source);

    /// <summary>Writes the rows that the caller may see and the filter lets through.</summary>
    internal abstract Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    );

    /// <summary>What may stand in the header of a file.</summary>
    public TableHeaders Headers =>
        _headers ??= new TableHeaders([.. Columns.Select(column => column.Name)], header => ColumnUnder(header)?.Name);

    /// <summary>The column that stands under a header; null: none does.</summary>
    public Column? ColumnUnder(string header)
    {
        _known ??= Columns
            .SelectMany(column =>
                column.Aliases.Prepend(column.Name).Prepend(column.Header).Select(name => (name, column))
            )
            .DistinctBy(pair => Column.KeyOf(pair.name))
            .ToFrozenDictionary(pair => Column.KeyOf(pair.name), pair => pair.column, StringComparer.Ordinal);
        if (_known.TryGetValue(Column.KeyOf(header), out var known))
        {
            return known;
        }

        // Of a header in several rows, «Дата / рождения» is one name and «Работник / Фамилия» a group with a name in it.
        var joint = header.LastIndexOf(TableHeaders.Joint, StringComparison.Ordinal);
        return joint < 0 ? null
            : _known.TryGetValue(
                Column.KeyOf(header.Replace(TableHeaders.Joint, " ", StringComparison.Ordinal)),
                out known
            )
                ? known
            : _known.GetValueOrDefault(Column.KeyOf(header[(joint + TableHeaders.Joint.Length)..]));
    }

    /// <summary>The columns of an export.</summary>
    public IEnumerable<Column> ColumnsFor(ExportOptions options) => Columns.Where(column => Writes(column, options));

    private protected static bool Writes(Column column, ExportOptions options) =>
        !column.ImportOnly && (options.Personal || !column.Personal);
}

/// <summary>What an export holds.</summary>
/// <param name="Source">Whose keys stand in the column of keys; null: none do.</param>
/// <param name="Personal">Also the columns of protected personal data.</param>
/// <param name="Codes">Values of vocabularies as codes, not as the names that people read.</param>
public sealed record ExportOptions(string? Source, bool Personal, bool Codes);

/// <inheritdoc cref="Dataset"/>
/// <typeparam name="TRow">A row: members for the columns, all of them optional, since a file may leave out anything.</typeparam>
public abstract partial class Dataset<TRow> : Dataset
    where TRow : class, new()
{
    private readonly List<Column<TRow>> _columns = [];
    private readonly List<Action<ImportRow<TRow>>> _completions = [];

    public sealed override IReadOnlyList<Column> Columns => _columns;

    internal IReadOnlyList<Column<TRow>> Typed => _columns;

    /// <summary>What two rows of one file must not share; null: the row says nothing that could be repeated.</summary>
    public abstract string? KeyOf(TRow row);

    /// <summary>What rows share that are taken together and stand one behind the other; null: each row stands for itself.</summary>
    public virtual string? GroupOf(TRow row) => null;

    /// <summary>Takes the codes that stand beside names, then does what the dataset does.</summary>
    internal void CompleteRead(ImportRow<TRow> row)
    {
        foreach (var complete in _completions)
        {
            complete(row);
        }

        Complete(row);
    }

    /// <summary>Completes a row from what was read, before it is compared with others.</summary>
    internal virtual void Complete(ImportRow<TRow> row) { }

    internal abstract IRowImporter<TRow> Importer(IServiceProvider services);

    /// <summary>The column at which a refusal of the use case points; null: none.</summary>
    internal string? ColumnAt(string? pointer)
    {
        // Pointers begin with a slash; what does not is the name of a parameter of the request.
        if (string.IsNullOrEmpty(pointer) || pointer[0] != '/')
        {
            return null;
        }

        foreach (var column in _columns)
        {
            if (column.Pointer == pointer)
            {
                return column.Name;
            }
        }

        // An item of a list (/aliases/2) is about the column of the list.
        return ColumnAt(pointer[..pointer.LastIndexOf('/')]);
    }

    internal sealed override IImportSession Begin(IServiceProvider services, string? source) =>
        new ImportSession<TRow>(this, Importer(services), source);

    /// <summary>Writes rows as they come from the database, in memory that does not grow with them.</summary>
    internal async Task WriteRowsAsync(
        IAsyncEnumerable<TRow> rows,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    )
    {
        CellWriter<TRow>[] cells =
        [
            .. _columns.Where(column => Writes(column, options)).Select(column => column.Write),
        ];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var write in cells)
            {
                write(row, writer, options.Codes);
            }

            await writer.EndRowAsync(cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>A text on one line.</summary>
    protected Column<TRow> Text(Expression<Func<TRow, string?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Text,
            (row, column, in cell) => set(row.Value, Cells.Text(row, column, cell)),
            (row, writer, _) => writer.Text(get(row))
        );
    }

    protected Column<TRow> Day(Expression<Func<TRow, DateOnly?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Day,
            (row, column, in cell) => set(row.Value, Cells.Day(row, column, cell)),
            (row, writer, _) => writer.Day(get(row))
        );
    }

    protected Column<TRow> Number(Expression<Func<TRow, decimal?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Decimal,
            (row, column, in cell) => set(row.Value, Cells.Number(row, column, cell)),
            (row, writer, _) => writer.Number(get(row))
        );
    }

    protected Column<TRow> Whole(Expression<Func<TRow, int?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Whole,
            (row, column, in cell) => set(row.Value, Cells.Whole(row, column, cell)),
            (row, writer, _) => writer.Number(get(row))
        );
    }

    protected Column<TRow> Flag(Expression<Func<TRow, bool?>> member, string header)
    {
        var (get, set) = Access(member);
        return Add(
            member,
            header,
            TableColumnType.Flag,
            (row, column, in cell) => set(row.Value, Cells.Flag(row, column, cell)),
            (row, writer, _) => writer.Flag(get(row))
        );
    }

    /// <summary>One of the values of an enum: its code, its name in either language, or what people write instead.</summary>
    protected Column<TRow> Code<TEnum>(
        Expression<Func<TRow, TEnum?>> member,
        string header,
        params (string Text, TEnum Value)[] synonyms
    )
        where TEnum : struct, Enum
    {
        var (get, set) = Access(member);
        var others = synonyms.ToFrozenDictionary(
            synonym => SearchText.Normalize(synonym.Text),
            synonym => synonym.Value,
            StringComparer.Ordinal
        );
        return Add(
            member,
            header,
            TableColumnType.Code,
            (row, column, in cell) =>
            {
                if (
                    Vocabulary<TEnum>.TryRead(cell.Text, out var value)
                    || others.TryGetValue(SearchText.Normalize(cell.Text), out value)
                )
                {
                    set(row.Value, value);
                }
                else
                {
                    row.Refuse(ImportErrors.UnknownValue(Vocabulary<TEnum>.All), column.Name, cell.Text);
                }
            },
            (row, writer, codes) => writer.Text(get(row) is { } value ? Vocabulary<TEnum>.Write(value, codes) : null),
            Vocabulary<TEnum>.Values
        );
    }

    private Column<TRow> Add(
        LambdaExpression member,
        string header,
        TableColumnType type,
        CellReader<TRow> read,
        CellWriter<TRow> write,
        IReadOnlyList<TableValue>? values = null
    )
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(MemberOf(member).Name);
        var column = new Column<TRow>
        {
            Name = name,
            Header = header,
            Type = type,
            Read = read,
            Write = write,
            Values = values ?? [],
            Pointer = "/" + name,
        };
        _columns.Add(column);
        return column;
    }

    private static (Func<TRow, T> Get, Action<TRow, T> Set) Access<T>(Expression<Func<TRow, T>> member)
    {
        var property = MemberOf(member);
        return (
            property.GetMethod!.CreateDelegate<Func<TRow, T>>(),
            property.SetMethod!.CreateDelegate<Action<TRow, T>>()
        );
    }

    private static PropertyInfo MemberOf(LambdaExpression member) =>
        (PropertyInfo)((MemberExpression)member.Body).Member;
}

/// <summary>Takes rows that could be read and does with each what a single request would; says at each how it came out.</summary>
/// <remarks>Runs in a unit of work that somebody else saves, commits or rolls back. Lives as long as one import.</remarks>
public interface IRowImporter<TRow> : IRowReader
    where TRow : class, new()
{
    Task ImportAsync(IReadOnlyList<ImportRow<TRow>> rows, string? source, CancellationToken cancellationToken);

    /// <summary>The objects that a full file would name, by id, with the name under which a person knows them.</summary>
    IAsyncEnumerable<KnownObject> ReadKnownAsync();
}

/// <summary>Reads the rows of a dataset for an export; found by this mark and made once in a scope, as importers are.</summary>
public interface IRowReader;

/// <summary>An object on file.</summary>
public sealed record KnownObject(Guid Id, string Name);
