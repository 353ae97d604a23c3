using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using MethodCenter.Application.Common.Contract;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Http;

/// <summary>
/// Tells whoever uses what is deprecated: <c>Deprecation</c> (RFC 9745), <c>Sunset</c> (RFC 8594), and links to the changelog
/// and to the operation that takes its place.
/// </summary>
internal sealed class DeprecationMiddleware(RequestDelegate next)
{
    public const string Deprecation = "Deprecation";
    public const string Sunset = "Sunset";

    private readonly ConcurrentDictionary<Endpoint, Deprecations> _marks = new();

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is RouteEndpoint endpoint)
        {
            var used = _marks
                .GetOrAdd(endpoint, static one => Deprecations.Of(one.Metadata))
                .UsedBy(http.Request.Query);
            if (used.Count > 0)
            {
                Tell(http.Response.Headers, used);
            }
        }

        return next(http);
    }

    /// <summary>Of several, the earliest day of each: that is when the client has to look.</summary>
    private static void Tell(IHeaderDictionary headers, List<DeprecatedAttribute> used)
    {
        var since = Midnight(used.Min(mark => mark.Since));
        headers[Deprecation] = string.Create(CultureInfo.InvariantCulture, $"@{since.ToUnixTimeSeconds()}");
        if (used.Min(mark => mark.LastDay) is { } last)
        {
            headers[Sunset] = Midnight(last.AddDays(1)).ToString("R", CultureInfo.InvariantCulture);
        }

        headers.Append(
            HeaderNames.Link,
            $"<{Routes.Base}/meta/changelog>; rel=\"deprecation\"; type=\"{RequestBody.Json}\""
        );
        foreach (var address in used.Select(mark => mark.Instead).Where(instead => instead?.StartsWith('/') == true))
        {
            headers.Append(HeaderNames.Link, $"<{address}>; rel=\"successor-version\"");
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

/// <summary>What of an operation is deprecated.</summary>
/// <param name="Own">The operation itself.</param>
/// <param name="Parameters">Its parameters, by name.</param>
internal sealed record Deprecations(
    DeprecatedAttribute? Own,
    IReadOnlyDictionary<string, DeprecatedAttribute> Parameters
)
{
    public bool Any => Own is not null || Parameters.Count > 0;

    public static Deprecations Of(IReadOnlyList<object> metadata)
    {
        var handlers = metadata.OfType<MethodInfo>().ToList();
        return new Deprecations(
            handlers.Select(handler => handler.GetCustomAttribute<DeprecatedAttribute>()).FirstOrDefault(Is),
            handlers
                .SelectMany(handler => handler.GetParameters())
                .Select(parameter => parameter.ParameterType)
                .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Query<>))
                .SelectMany(type => QueryMembers.Of(type.GetGenericArguments()[0]))
                .Select(member => (member.Name, Mark: member.GetCustomAttribute<DeprecatedAttribute>()))
                .Where(member => Is(member.Mark))
                .ToDictionary(
                    member => JsonNamingPolicy.CamelCase.ConvertName(member.Name),
                    member => member.Mark!,
                    StringComparer.Ordinal
                )
        );

        static bool Is(DeprecatedAttribute? mark) => mark is not null;
    }

    /// <summary>What of it a request uses.</summary>
    public List<DeprecatedAttribute> UsedBy(IQueryCollection query) =>
        !Any
            ? []
            :
            [
                .. Parameters.Where(parameter => query.ContainsKey(parameter.Key)).Select(parameter => parameter.Value),
                .. Own is null ? [] : new[] { Own },
            ];
}
