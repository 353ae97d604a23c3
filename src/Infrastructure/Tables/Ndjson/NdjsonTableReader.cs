using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Ndjson;

/// <summary>Reads a table from lines of JSON objects.</summary>
internal sealed class NdjsonTableReader : ITableReader
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 2 };
    private readonly LineSource _lines;
    private readonly string[] _members;
    private readonly byte[][] _names;
    private readonly int[] _seen;
    private readonly StringCache _strings = new();
    private readonly char[] _text;
    private bool _read;

    private NdjsonTableReader(Stream content, IReadOnlyList<string> members, TableLimits limits)
    {
        _lines = new LineSource(content, limits.Record);
        _members = [.. members];
        _names = [.. members.Select(Encoding.UTF8.GetBytes)];
        _seen = new int[_names.Length];
        _text = new char[limits.Record];
    }

    public IReadOnlyList<string> Header => _members;

    public int HeaderRow => 0;

    public IReadOnlyList<Warning> Warnings => [];

    /// <exception cref="TableFileException">The content is not NDJSON.</exception>
    public static async Task<NdjsonTableReader> OpenAsync(
        Stream content,
        IReadOnlyList<string> members,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (await FileKinds.IsBinaryAsync(content, cancellationToken).ConfigureAwait(false))
        {
            throw new TableFileException(TableErrors.NotText, null);
        }

        var beginning = new byte[1024];
        var length = await content
            .ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        var text = beginning.AsMemory(0, length);
        var mark = text.Span is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        if (text.Span[mark..].TrimStart(" \t\r\n"u8) is [(byte)'[', ..])
        {
            throw new TableFileException(TableErrors.JsonArray, 1);
        }

        content.Position = mark;
        return new NdjsonTableReader(content, members, limits);
    }

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_read)
        {
            throw new InvalidOperationException("A table is read once.");
        }

        _read = true;
        var empty = 0;
        while (await _lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var row = Row();
            if (row.IsEmpty)
            {
                empty++;
                continue;
            }

            if (empty > 0)
            {
                yield return EmptyRows(row.Number - empty, empty);
                empty = 0;
            }

            yield return row;
        }

        if (empty > 0)
        {
            yield return EmptyRows(_lines.Number - empty, empty);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TableRow EmptyRows(int from, int count) =>
        new()
        {
            Number = from,
            IsEmpty = true,
            Count = count,
        };

    private TableRow Row()
    {
        var line = _lines.Line.Trim(" \t\r"u8);
        if (line.IsEmpty)
        {
            return EmptyRows(_lines.Number, 1);
        }

        var cells = new Cell[_names.Length];
        Array.Fill(cells, Cell.Empty);
        var error = Utf8.IsValid(line) ? Fill(line, cells) : TableErrors.NotUtf8;
        return error is not null ? new TableRow { Number = _lines.Number, Unreadable = error }
            : Array.TrueForAll(cells, cell => cell.Text.Length == 0) ? EmptyRows(_lines.Number, 1)
            : new TableRow { Number = _lines.Number, Cells = cells };
    }

    private Error? Fill(ReadOnlySpan<byte> line, Cell[] cells)
    {
        var json = new Utf8JsonReader(line, Strict);
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                return TableErrors.NotAnObject;
            }

            var expected = 0;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var column = Find(ref json, expected);
                if (column < 0)
                {
                    return TableErrors.UnknownMember(Short(json.GetString()!), _members);
                }

                if (_seen[column] == _lines.Number)
                {
                    return TableErrors.RepeatedMember(_members[column]);
                }

                _seen[column] = _lines.Number;
                expected = column + 1;
                json.Read();
                if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return TableErrors.NestedValue(_members[column]);
                }

                cells[column] = Read(ref json);
                if (ControlCharacters.In(cells[column].Text))
                {
                    return TableErrors.ControlCharacter;
                }
            }

            json.Read(); // whatever stands behind the object
            return null;
        }
        catch (JsonException exception)
        {
            return TableErrors.MalformedJson((exception.BytePositionInLine ?? json.BytesConsumed) + 1);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is not text.
            return TableErrors.MalformedJson(json.TokenStartIndex + 1);
        }
    }

    /// <summary>Members mostly come in the same order.</summary>
    private int Find(ref Utf8JsonReader json, int expected)
    {
        if (expected < _names.Length && json.ValueTextEquals(_names[expected]))
        {
            return expected;
        }

        for (var column = 0; column < _names.Length; column++)
        {
            if (json.ValueTextEquals(_names[column]))
            {
                return column;
            }
        }

        return -1;
    }

    private Cell Read(ref Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.String => new Cell(
                _strings.Get(_text.AsSpan(0, json.CopyString(_text)).Trim()),
                CellMarks.FromText
            ),
            JsonTokenType.Number => new Cell(Number(ref json), CellMarks.Number),
            JsonTokenType.True => new Cell("true", CellMarks.Boolean),
            JsonTokenType.False => new Cell("false", CellMarks.Boolean),
            _ => Cell.Empty,
        };

    /// <summary>As it is written, but without an exponent where a decimal can hold it.</summary>
    private string Number(ref Utf8JsonReader json)
    {
        var length = Encoding.ASCII.GetChars(json.ValueSpan, _text);
        var written = _text.AsSpan(0, length);
        return written.ContainsAny('e', 'E') && json.TryGetDecimal(out var value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : _strings.Get(written);
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
