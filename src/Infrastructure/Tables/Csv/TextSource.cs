using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>The characters of a text through a window of fixed size.</summary>
internal sealed class TextSource(Stream content, TextEncoding encoding)
{
    private const int Chunk = 64 * 1024;
    private readonly byte[] _bytes = new byte[Chunk];
    private readonly Decoder? _decoder = encoding == TextEncoding.Utf8 ? null : EncodingDetection.DecoderOf(encoding);
    private char[] _window = [];
    private int _start;
    private int _end;
    private int _undecoded;

    /// <summary>What is decoded and not taken yet.</summary>
    public ReadOnlySpan<char> Window => _window.AsSpan(_start, _end - _start);

    /// <summary>Nothing follows the window.</summary>
    public bool IsLast { get; private set; }

    /// <summary>What follows the window is not in the encoding.</summary>
    public bool IsBroken { get; private set; }

    public void Take(int count) => _start += count;

    /// <summary>Adds to the window, unless it is the last or what follows is broken.</summary>
    public async ValueTask ExtendAsync(CancellationToken cancellationToken)
    {
        if (IsLast || IsBroken)
        {
            return;
        }

        MakeRoom();
        var read = await content
            .ReadAsync(_bytes.AsMemory(_undecoded, Chunk - _undecoded), cancellationToken)
            .ConfigureAwait(false);
        var atEnd = read == 0;
        var bytes = _bytes.AsSpan(0, _undecoded + read);
        _undecoded = 0;
        if (_decoder is not null)
        {
            _end += _decoder.GetChars(bytes, _window.AsSpan(_end), flush: atEnd);
            IsLast = atEnd;
            return;
        }

        var status = Utf8.ToUtf16(
            bytes,
            _window.AsSpan(_end),
            out var taken,
            out var written,
            replaceInvalidSequences: false,
            isFinalBlock: atEnd
        );
        _end += written;
        IsBroken = status == OperationStatus.InvalidData;
        IsLast = atEnd && !IsBroken;
        if (status == OperationStatus.NeedMoreData)
        {
            bytes[taken..].CopyTo(_bytes);
            _undecoded = bytes.Length - taken;
        }
    }

    private void MakeRoom()
    {
        Window.CopyTo(_window);
        _end -= _start;
        _start = 0;
        if (_window.Length - _end < Chunk)
        {
            Array.Resize(ref _window, _end + 2 * Chunk);
        }
    }
}
