using MethodCenter.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Security;

/// <summary>Which front-ends in a browser may call the service from another origin (setting <c>Cors:Origins</c>); by default none.</summary>
/// <remarks>
/// Nothing is allowed with credentials of the browser: the service knows keys and tokens in headers only, and so no page
/// can act with a session of somebody who is signed in elsewhere.
/// </remarks>
internal static class CrossOrigin
{
    private const string Setting = "Cors:Origins";

    /// <summary>How long a browser remembers what it may send.</summary>
    private static readonly TimeSpan Preflight = TimeSpan.FromHours(1);

    /// <summary>What a script needs of an answer besides its body.</summary>
    private static readonly string[] Exposed =
    [
        HeaderNames.ETag,
        HeaderNames.Location,
        HeaderNames.RetryAfter,
        HeaderNames.ContentDisposition,
        HeaderNames.ContentLanguage,
        HeaderNames.WWWAuthenticate,
        "RateLimit",
        "RateLimit-Policy",
        DeprecationMiddleware.Deprecation,
        DeprecationMiddleware.Sunset,
        HeaderNames.Link,
        IdempotencyFilter.ReplayedHeader,
    ];

    public static IServiceCollection AddCrossOrigin(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);

        // One origin may be written without an index; what is overlooked would be allowed nothing, without a word.
        string[] origins =
        [
            .. section.Get<string[]>() ?? [],
            .. string.IsNullOrWhiteSpace(section.Value) ? [] : new[] { section.Value },
        ];
        foreach (var origin in origins)
        {
            if (!IsOrigin(origin))
            {
                throw new StartRefusedException(
                    $"{Setting}: «{origin}» — не источник; укажите только схему, узел и порт, например https://front.example.",
                    $"{Setting}: «{origin}» is no origin; write scheme, host and port only, such as https://front.example."
                );
            }
        }

        return services.AddCors(options =>
            options.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins(origins)
                    .AllowAnyMethod()
                    .AllowAnyHeader()
                    .WithExposedHeaders(Exposed)
                    .SetPreflightMaxAge(Preflight)
            )
        );
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.GetLeftPart(UriPartial.Authority) == origin;
}
