using System.Buffers;
using System.Text;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>How the bytes of a CSV file are characters, and where the characters begin.</summary>
internal enum TextEncoding
{
    Utf8,
    Windows1251,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// <summary>Tells the encoding of a text by its mark, or by whether its first Russian letters are valid UTF-8.</summary>
internal static class EncodingDetection
{
    private const int Sample = 256 * 1024;

    /// <summary>How far a letter that is not Latin is looked for; a file without any is UTF-8.</summary>
    private const long Search = 64L * Sample;

    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>A decoder of an encoding other than UTF-8; any bytes are characters in these.</summary>
    public static Decoder DecoderOf(TextEncoding encoding) =>
        encoding switch
        {
            TextEncoding.Windows1251 => Cyrillic.GetDecoder(),
            TextEncoding.Utf16LittleEndian => Encoding.Unicode.GetDecoder(),
            TextEncoding.Utf16BigEndian => Encoding.BigEndianUnicode.GetDecoder(),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, null),
        };

    /// <summary>Leaves the content where the text begins, after the mark.</summary>
    public static async Task<TextEncoding> DetectAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Sample);
        try
        {
            content.Position = 0;
            var length = await FillAsync(content, bytes, cancellationToken).ConfigureAwait(false);
            var (encoding, start) = bytes.AsSpan(0, length) switch
            {
                [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
                [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
                [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
                _ => ((TextEncoding?)null, 0),
            };
            long searched = length;
            while (encoding is null && length > 0 && Ascii.IsValid(bytes.AsSpan(0, length)) && searched < Search)
            {
                length = await FillAsync(content, bytes, cancellationToken).ConfigureAwait(false);
                searched += length;
            }

            encoding ??= IsUtf8(bytes.AsSpan(0, length)) ? TextEncoding.Utf8 : TextEncoding.Windows1251;
            content.Position = start;
            return encoding.Value;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>
    /// Russian text in Windows-1251 is hardly ever valid UTF-8. A text with many valid letters and a few broken ones is broken
    /// UTF-8, which the reader refuses at the line: taken for Windows-1251, it would be gibberish from top to bottom.
    /// </summary>
    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        int valid = 0,
            invalid = 0;
        while (!sample.IsEmpty)
        {
            var latin = sample.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (latin < 0)
            {
                break;
            }

            sample = sample[latin..];
            var status = Rune.DecodeFromUtf8(sample, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                break; // the sample ends within a letter
            }

            _ = status == OperationStatus.Done ? valid++ : invalid++;
            sample = sample[length..];
        }

        return invalid == 0 || valid > 10L * invalid;
    }

    private static ValueTask<int> FillAsync(Stream content, byte[] bytes, CancellationToken cancellationToken) =>
        content.ReadAtLeastAsync(bytes.AsMemory(0, Sample), Sample, throwOnEndOfStream: false, cancellationToken);
}
