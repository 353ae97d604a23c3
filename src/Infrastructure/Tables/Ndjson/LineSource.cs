using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Ndjson;

/// <summary>The lines of a file through a window of fixed size.</summary>
internal sealed class LineSource(Stream content, int longest)
{
    private readonly byte[] _window = new byte[longest + (64 * 1024)];
    private int _start;
    private int _end;
    private int _length;
    private int _taken;
    private bool _last;

    /// <summary>Number of the line.</summary>
    public int Number { get; private set; }

    /// <summary>The line without its end, until the next one is read.</summary>
    public ReadOnlySpan<byte> Line => _window.AsSpan(_start, _length);

    /// <summary>Goes to the next line; false at the end.</summary>
    /// <exception cref="TableFileException">The line is too long.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _start += _taken;
        Number++;
        while (true)
        {
            var end = _window.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var length = end < 0 ? _end - _start : end;
            if (length > longest)
            {
                throw new TableFileException(TableErrors.RecordTooLong(Number, longest), Number);
            }

            if (end >= 0 || _last)
            {
                _taken = end < 0 ? length : length + 1;
                _length = length;
                return _taken > 0;
            }

            _window.AsSpan(_start, length).CopyTo(_window);
            (_start, _end) = (0, length);
            var read = await content.ReadAsync(_window.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _last = read == 0;
        }
    }
}
