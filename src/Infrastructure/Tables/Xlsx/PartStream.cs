using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>A part of a workbook while it is unpacked. It counts what really comes out, whatever the archive declares.</summary>
internal sealed class PartStream(Stream unpacked, long packed, TableLimits limits) : Stream
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Bytes that have come out.</summary>
    public long Unpacked { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int length;
        try
        {
            length = unpacked.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new TableFileException(TableErrors.Damaged, null);
        }

        Unpacked += length;
        if (Unpacked > limits.Unpacked)
        {
            throw new TableFileException(TableErrors.TooLarge(limits.Unpacked / Megabyte), null);
        }

        if (Unpacked > limits.RatioFrom && Unpacked / limits.Ratio > packed)
        {
            throw new TableFileException(TableErrors.SuspiciousRatio(limits.Ratio), null);
        }

        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
