using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.Security;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Courses;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>The refusals and response headers that operations share, once in <c>components</c>.</summary>
internal static class SharedParts
{
    public const string ETag = "ETag";
    public const string Location = "Location";
    public const string Language = "Content-Language";
    private const string RetryAfter = "Retry-After";
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string Challenge = "WWW-Authenticate";
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly string[] Always = [Language, "RateLimit", "RateLimit-Policy", AllowOrigin];

    private static readonly (string Name, string Description, JsonSchemaType Type, JsonNode Example)[] Headers =
    [
        (
            ETag,
            "The revision of the object, to be named in `If-Match` and `If-None-Match`.",
            JsonSchemaType.String,
            "\"1\""
        ),
        (
            Location,
            "The address of the new object.",
            JsonSchemaType.String,
            "/api/v1/courses/0197a1b2-0000-7000-8000-000000000001"
        ),
        (Language, "The language of the answer: `ru` or `en`.", JsonSchemaType.String, "ru"),
        (
            "RateLimit",
            "How many requests are left (`r`) and for how many seconds (`t`).",
            JsonSchemaType.String,
            "\"client\";r=5999;t=60"
        ),
        (
            "RateLimit-Policy",
            "How many requests (`q`) may be made in a window (of `w` seconds).",
            JsonSchemaType.String,
            "\"client\";q=6000;w=60"
        ),
        (
            AllowOrigin,
            "The origin of the page that asks, where the operator has allowed it (`Cors__Origins`); else the header is missing.",
            JsonSchemaType.String,
            "https://front.example"
        ),
        (RetryAfter, "After how many seconds to try again.", JsonSchemaType.Integer, 10),
        (
            IdempotencyFilter.ReplayedHeader,
            "`true`: the answer is that of the first request with the same `Idempotency-Key`.",
            JsonSchemaType.String,
            "true"
        ),
        (
            DeprecationMiddleware.Deprecation,
            "Since when what the request uses is deprecated (RFC 9745); missing where nothing of it is.",
            JsonSchemaType.String,
            "@1795910400"
        ),
        (
            DeprecationMiddleware.Sunset,
            "From when it may be gone (RFC 8594); missing where it stays as long as v1.",
            JsonSchemaType.String,
            "Tue, 01 Jun 2027 00:00:00 GMT"
        ),
        (
            "Link",
            "With `Deprecation`: the changelog (`rel=deprecation`), the operation that takes its place (`rel=successor-version`).",
            JsonSchemaType.String,
            "</api/v1/meta/changelog>; rel=\"deprecation\"; type=\"application/json\""
        ),
        (Challenge, "The ways in which you can prove who you are.", JsonSchemaType.String, "ApiKey, Bearer"),
    ];

    private static readonly Dictionary<int, (string Name, string Description, Error Example)> Refusals = new()
    {
        [400] = (
            "BadRequest",
            "The request could not be read: see `errors`",
            ValidationErrors.Of([
                Error.Malformed("validation.out-of-range").With("from", 1).With("to", ListQuery.MostLimit).At("limit"),
            ])
        ),
        [401] = ("Unauthorized", "No key or token, or not a valid one", SecurityErrors.NotSignedIn),
        [403] = ("Forbidden", "No right to do this", SecurityErrors.MayNot("courses.register")),
        [404] = ("NotFound", "There is no such object, or none that you may see", CourseErrors.NotFound),
        [406] = (
            "NotAcceptable",
            "The operation does not answer in such a format: `detail` names those that it has",
            RequestErrors.NotAcceptable.With("known", RequestBody.Json).At("Accept")
        ),
        [409] = (
            "Conflict",
            "The state of the object does not allow it, or a value is taken",
            RequestErrors.StillRunning
        ),
        [410] = ("Gone", "No longer kept: read anew, as `detail` says", ChangeErrors.TooOld(12_000)),
        [412] = (
            "PreconditionFailed",
            "The object was changed after you read it",
            Versions.Stale.With("expected", 1).With("actual", 2)
        ),
        [413] = ("ContentTooLarge", "The body of the request is too large", RequestErrors.TooLarge),
        [415] = (
            "UnsupportedMediaType",
            "The operation does not take such a body: `detail` names the types that it takes",
            RequestErrors.UnsupportedMediaType.With("expected", RequestBody.Json)
        ),
        [422] = ("UnprocessableContent", "The values break a rule: see `code` and `rule`", RequestErrors.OtherBody),
        [428] = ("PreconditionRequired", "The header `If-Match` is required", RequestErrors.PreconditionRequired),
        [429] = (
            "TooManyRequests",
            "Too many requests: see `Retry-After`",
            RequestErrors.TooMany.With("permits", new RateLimitOptions().PermitsPerMinute)
        ),
        [500] = ("InternalServerError", "The service has failed", RequestErrors.Unexpected),
        [503] = (
            "ServiceUnavailable",
            "The database cannot be reached, and will be: see `Retry-After`; without that header `code` says what the operator has to do",
            RequestErrors.Unavailable
        ),
        [507] = (
            "InsufficientStorage",
            "No room to store it until the operator makes some; reading goes on",
            RequestErrors.StorageFull
        ),
    };

    public static void AddTo(OpenApiDocument document, Wording wording)
    {
        var components = document.Components!;
        components.Headers = Headers.ToDictionary(
            header => header.Name,
            IOpenApiHeader (header) =>
                new OpenApiHeader
                {
                    Description = wording.Say(header.Description),
                    Schema = new OpenApiSchema { Type = header.Type },
                    Example = header.Example.DeepClone(),
                },
            StringComparer.Ordinal
        );
        components.Responses = Refusals.ToDictionary(
            refusal => refusal.Value.Name,
            IOpenApiResponse (refusal) =>
                new OpenApiResponse
                {
                    Description = wording.Say(refusal.Value.Description),
                    Headers = References(document, [.. Always, .. OwnHeaders(refusal.Key)]),
                    Content = new Dictionary<string, IOpenApiMediaType>
                    {
                        [Problems.MediaType] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchemaReference(nameof(Problem), document),
                            Example = ExampleOf(refusal.Value.Example, wording.Language),
                        },
                    },
                },
            StringComparer.Ordinal
        );
    }

    public static IOpenApiResponse Refusal(int status, OpenApiDocument document) =>
        new OpenApiResponseReference(Refusals[status].Name, document);

    /// <summary>The headers of a response: those of every answer and the named ones.</summary>
    public static Dictionary<string, IOpenApiHeader> HeadersWith(
        OpenApiDocument document,
        params IEnumerable<string> names
    ) => References(document, [.. Always, .. names]);

    private static Dictionary<string, IOpenApiHeader> References(OpenApiDocument document, IEnumerable<string> names) =>
        names.ToDictionary(
            name => name,
            IOpenApiHeader (name) => new OpenApiHeaderReference(name, document),
            StringComparer.Ordinal
        );

    private static string[] OwnHeaders(int status) =>
        status switch
        {
            401 => [Challenge],
            429 or 503 => [RetryAfter],
            _ => [],
        };

    /// <summary>The refusal as the service answers it in a language.</summary>
    private static JsonNode ExampleOf(Error error, DocumentLanguage language)
    {
        var present = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code);
        try
        {
            return JsonSerializer.SerializeToNode(Problems.From(error) with { TraceId = TraceId }, Json.Options)!;
        }
        finally
        {
            CultureInfo.CurrentUICulture = present;
        }
    }
}
