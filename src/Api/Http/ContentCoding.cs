using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Http;

/// <summary>The coding in which a client wants an answer (RFC 9110, 12.5.3): Brotli, gzip or none.</summary>
internal sealed record ContentCoding(string Name, Func<Stream, CompressionLevel, Stream> Wrap)
{
    /// <summary>Less is not worth the work.</summary>
    public const int LeastBytes = 1024;

    /// <summary>The first that is liked best is taken.</summary>
    private static readonly ContentCoding[] Known =
    [
        new("br", (inner, level) => new BrotliStream(inner, level, leaveOpen: true)),
        new("gzip", (inner, level) => new GZipStream(inner, level, leaveOpen: true)),
    ];

    /// <summary>The coding for an answer; null: as it is.</summary>
    public static ContentCoding? For(HttpRequest request)
    {
        if (
            !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
            || accepted.Count == 0
        )
        {
            return null;
        }

        return Known
            .Select(coding => (Coding: coding, Quality: QualityOf(coding.Name, accepted)))
            .Where(known => known.Quality > 0)
            .OrderByDescending(known => known.Quality)
            .Select(known => known.Coding)
            .FirstOrDefault();
    }

    public byte[] Encode(ReadOnlySpan<byte> content, CompressionLevel level)
    {
        using var encoded = new MemoryStream();
        using (var stream = Wrap(encoded, level))
        {
            stream.Write(content);
        }

        return encoded.ToArray();
    }

    private static double QualityOf(string coding, IList<StringWithQualityHeaderValue> accepted) =>
        accepted
            .Where(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            .Concat(accepted.Where(one => one.Value == "*"))
            .Select(one => one.Quality ?? 1)
            .FirstOrDefault();
}
