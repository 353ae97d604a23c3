using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>The revision that the client has read: <c>If-Match: "3"</c>. 428 without it.</summary>
internal sealed class IfMatch(int version) : IEndpointParameterMetadataProvider
{
    public int Version { get; } = version;

    public static ValueTask<IfMatch> BindAsync(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch;
        if (header.Count == 0)
        {
            throw new RefusalException(RequestErrors.PreconditionRequired);
        }

        return header.Count == 1 && ETags.TryParse(header[0]!, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new RefusalException(RequestErrors.BadETag);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new IfMatchMetadata());
}

/// <summary>Marks an operation that needs <c>If-Match</c>.</summary>
internal sealed record IfMatchMetadata;

internal static class ETags
{
    /// <summary>An ETag of this service as a pattern.</summary>
    public const string Pattern = "^\"[0-9]{1,10}\"$";

    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static bool TryParse(string text, out int version)
    {
        version = 0;
        return text.Length > 2
            && text[0] == '"'
            && text[^1] == '"'
            && int.TryParse(
                text.AsSpan(1, text.Length - 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out version
            );
    }
}
