using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MethodCenter.Api.OpenApi;

/// <summary>A text that does not change while the service runs: compressed once for each coding, and not sent twice.</summary>
internal sealed class ServedFile
{
    private readonly byte[] _content;
    private readonly string _type;
    private readonly string? _language;
    private readonly string _hash;
    private readonly ConcurrentDictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);

    /// <param name="text">The content.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="language">Its language; null: none.</param>
    public ServedFile(string text, string type, string? language = null)
    {
        _content = Encoding.UTF8.GetBytes(text);
        (_type, _language) = ($"{type}; charset=utf-8", language);
        _hash = Convert.ToHexString(SHA256.HashData(_content), 0, 8);
    }

    public IResult Answer(HttpContext http)
    {
        var coding = _content.Length < ContentCoding.LeastBytes ? null : ContentCoding.For(http.Request);
        var headers = http.Response.Headers;

        // Each coding is a representation of its own (RFC 9110, 8.8.3.3); whoever has any of them has the content.
        headers.ETag = coding is null ? $"\"{_hash}\"" : $"\"{_hash}-{coding.Name}\"";
        headers.CacheControl = "no-cache";
        headers.Append("Vary", "Accept-Encoding");
        if (_language is not null)
        {
            headers.ContentLanguage = _language;
        }

        if (
            ((string[])[$"\"{_hash}\"", $"\"{_hash}-br\"", $"\"{_hash}-gzip\""]).Any(etag =>
                ETags.Match(http.Request.Headers.IfNoneMatch, etag)
            )
        )
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (coding is null)
        {
            return Results.Bytes(_content, _type);
        }

        headers.ContentEncoding = coding.Name;
        return Results.Bytes(
            _encoded.GetOrAdd(coding.Name, _ => coding.Encode(_content, CompressionLevel.Optimal)),
            _type
        );
    }
}
