using System.Buffers.Binary;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables;

/// <summary>Tells kinds of files by their first bytes.</summary>
internal static class FileKinds
{
    private const uint Zip = 0x504B0304;
    private const uint EmptyZip = 0x504B0506;
    private const uint Ole = 0xD0CF11E0;
    private const uint Pdf = 0x25504446;

    /// <summary>A text may hold a stray one, which is a fault of its row; of a picture or of UTF-16 there are more.</summary>
    private const int MostZeros = 2;

    public static TableFormat? Detect(ReadOnlySpan<byte> beginning, string? contentType)
    {
        if (Kind(beginning) is var kind && kind is Zip or EmptyZip or Ole)
        {
            return TableFormat.Xlsx; // an old or protected workbook too: opening it says what to do
        }

        if (kind is Pdf)
        {
            return null;
        }

        var type = contentType?.Split(';')[0].Trim().ToUpperInvariant();
        return type switch
        {
            "TEXT/CSV" or "TEXT/TAB-SEPARATED-VALUES" => TableFormat.Csv,
            "APPLICATION/X-NDJSON" or "APPLICATION/NDJSON" or "APPLICATION/JSONL" or "APPLICATION/X-JSONLINES" =>
                TableFormat.Ndjson,
            _ => ByText(beginning),
        };
    }

    /// <summary>A workbook, a document or a picture where a text is expected.</summary>
    public static async Task<bool> IsBinaryAsync(Stream content, CancellationToken cancellationToken)
    {
        var beginning = new byte[512];
        content.Position = 0;
        var length = await content
            .ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        content.Position = 0;
        return IsBinary(beginning.AsSpan(0, length));
    }

    private static bool IsBinary(ReadOnlySpan<byte> beginning) =>
        Kind(beginning) is Zip or EmptyZip or Ole or Pdf
        || (beginning is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && beginning.Count((byte)0) > MostZeros);

    public static bool IsZip(ReadOnlySpan<byte> beginning) => Kind(beginning) is Zip or EmptyZip;

    public static bool IsOle(ReadOnlySpan<byte> beginning) => Kind(beginning) == Ole;

    private static uint Kind(ReadOnlySpan<byte> beginning) =>
        beginning.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(beginning);

    private static TableFormat? ByText(ReadOnlySpan<byte> beginning)
    {
        if (beginning is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return TableFormat.Csv;
        }

        var text = beginning is [0xEF, 0xBB, 0xBF, ..] ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        return text.IsEmpty || text.Contains((byte)0) ? null
            : text[0] is (byte)'{' or (byte)'[' ? TableFormat.Ndjson
            : TableFormat.Csv;
    }
}
