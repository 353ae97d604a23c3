using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Ndjson;

/// <summary>Writes one JSON object a line; every object has every member.</summary>
internal sealed class NdjsonTableWriter : ITableWriter
{
    private readonly Stream _output;
    private readonly OutputBuffer _buffer;
    private readonly Utf8JsonWriter _json;
    private readonly JsonEncodedText[] _members;
    private int _cells;

    public NdjsonTableWriter(Stream output, IReadOnlyList<TableColumn> columns)
    {
        _output = output;
        _buffer = new OutputBuffer(output);
        // Letters are not escaped: the lines never become part of a page.
        _json = new Utf8JsonWriter(
            (IBufferWriter<byte>)_buffer,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        _members =
        [
            .. columns.Select(column =>
                JsonEncodedText.Encode(column.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            ),
        ];
    }

    public void Text(string? value)
    {
        Member();
        _json.WriteStringValue(value);
    }

    public void Number(decimal? value)
    {
        Member();
        if (value is { } number)
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    public void Number(int? value) => Number((decimal?)value);

    public void Day(DateOnly? value)
    {
        Member();
        if (value is { } day)
        {
            Span<char> text = stackalloc char[10];
            day.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
            _json.WriteStringValue(text);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    public void Instant(DateTimeOffset? value)
    {
        Member();
        if (value is { } instant)
        {
            _json.WriteStringValue(instant);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    public void Flag(bool? value)
    {
        Member();
        if (value is { } flag)
        {
            _json.WriteBooleanValue(flag);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        if (_cells != _members.Length)
        {
            throw new InvalidOperationException($"A row of {_members.Length} columns was given {_cells} cells.");
        }

        _cells = 0;
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.WriteByte((byte)'\n');
        return _buffer.WriteOutIfFullAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await _buffer.WriteOutAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _json.Reset();
        await _json.DisposeAsync().ConfigureAwait(false);
        await _buffer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// The object is begun with its first member: the buffer may be handed on only between two objects.
    /// </summary>
    private void Member()
    {
        if (_cells == 0)
        {
            _json.WriteStartObject();
        }

        _json.WritePropertyName(_members[_cells++]);
    }
}
