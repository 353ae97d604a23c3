using System.Globalization;
using System.Reflection;
using MethodCenter.Application.Common.Persistence;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Http;

/// <summary>The revision that the client has read: <c>If-Match: "3"</c>. 428 without it.</summary>
/// <remarks>
/// RFC 9110, 13.1.1: <c>*</c> is any revision of an object that is there; tags are compared strongly, so that a weak tag
/// or one of somebody else is no revision at all.
/// </remarks>
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

        var text = string.Join(',', header.AsEnumerable()).Trim();
        if (text == "*")
        {
            return ValueTask.FromResult(new IfMatch(Versions.Any));
        }

        if (!EntityTagHeaderValue.TryParseStrictList([text], out var tags) || tags.Contains(EntityTagHeaderValue.Any))
        {
            throw new RefusalException(RequestErrors.BadETag);
        }

        // A client has read one revision; of several tags only one can be meant.
        var versions = tags.Select(tag => !tag.IsWeak && ETags.TryParse(tag.Tag.Value!, out var one) ? one : 0)
            .Where(one => one > 0)
            .Distinct()
            .ToList();
        return versions.Count <= 1
            ? ValueTask.FromResult(new IfMatch(versions.FirstOrDefault(Versions.None)))
            : throw new RefusalException(RequestErrors.BadETag);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new IfMatchMetadata());
}

/// <summary>Marks an operation that needs <c>If-Match</c>.</summary>
internal sealed record IfMatchMetadata;

internal static class ETags
{
    /// <summary>Tags of revisions as a pattern; weak ones and those of others are tags too.</summary>
    public const string Pattern = "^(\\*|(W/)?\"[!#-~]*\"(, *(W/)?\"[!#-~]*\")*)$";

    /// <summary>Whether a client has the representation already (RFC 9110, 13.1.2: compared weakly).</summary>
    public static bool Match(StringValues ifNoneMatch, string etag) =>
        ifNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList([.. ifNoneMatch.OfType<string>()], out var tags)
        && tags.Any(tag =>
            tag.Equals(EntityTagHeaderValue.Any)
            || tag.Compare(EntityTagHeaderValue.Parse(etag), useStrongComparison: false)
        );

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
