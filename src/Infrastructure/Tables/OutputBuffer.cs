using System.Buffers;

namespace MethodCenter.Infrastructure.Tables;

/// <summary>Takes what is written synchronously and hands it to the output asynchronously: Kestrel refuses the former.</summary>
internal sealed class OutputBuffer(Stream output) : Stream, IBufferWriter<byte>
{
    private const int FlushFrom = 64 * 1024;
    private byte[] _bytes = new byte[FlushFrom * 2];
    private int _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands on when enough has come together.</summary>
    public ValueTask WriteOutIfFullAsync(CancellationToken cancellationToken) =>
        _length < FlushFrom ? ValueTask.CompletedTask : WriteOutAsync(cancellationToken);

    /// <summary>Hands on all there is.</summary>
    public async ValueTask WriteOutAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_bytes.AsMemory(0, _length), cancellationToken).ConfigureAwait(false);
        _length = 0;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(GetSpan(buffer.Length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value)
    {
        GetSpan(1)[0] = value;
        _length++;
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Reserve(int size)
    {
        if (_bytes.Length - _length < Math.Max(size, 256))
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size + 256));
        }
    }
}
