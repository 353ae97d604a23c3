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
    private const string Challenge = "WWW-Authenticate";
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly string[] Always = [Language, "RateLimit", "RateLimit-Policy"];

    private static readonly (string Name, string Description, JsonSchemaType Type, JsonNode Example)[] Headers =
    [
        (ETag, "Ревизия объекта; её называют в If-Match и If-None-Match.", JsonSchemaType.String, "\"1\""),
        (
            Location,
            "Адрес нового объекта.",
            JsonSchemaType.String,
            "/api/v1/courses/0197a1b2-0000-7000-8000-000000000001"
        ),
        (Language, "Язык ответа: ru или en.", JsonSchemaType.String, "ru"),
        (
            "RateLimit",
            "Сколько запросов осталось (r) и за сколько секунд (t).",
            JsonSchemaType.String,
            "\"client\";r=5999;t=60"
        ),
        (
            "RateLimit-Policy",
            "Сколько запросов (q) можно сделать за окно (w секунд).",
            JsonSchemaType.String,
            "\"client\";q=6000;w=60"
        ),
        (RetryAfter, "Через сколько секунд повторить.", JsonSchemaType.Integer, 10),
        (
            IdempotencyFilter.ReplayedHeader,
            "true: ответ взят из первого запроса с тем же Idempotency-Key.",
            JsonSchemaType.String,
            "true"
        ),
        (Challenge, "Чем можно подтвердить, кто вы.", JsonSchemaType.String, "ApiKey, Bearer"),
    ];

    private static readonly Dictionary<int, (string Name, string Description, Error Example)> Refusals = new()
    {
        [400] = (
            "BadRequest",
            "Запрос не прочитан: см. errors",
            ValidationErrors.Of([
                Error.Malformed("validation.out-of-range").With("from", 1).With("to", ListQuery.MostLimit).At("limit"),
            ])
        ),
        [401] = ("Unauthorized", "Нет ключа или токена, либо они недействительны", SecurityErrors.NotSignedIn),
        [403] = ("Forbidden", "Нет права на это действие", SecurityErrors.MayNot("courses.register")),
        [404] = ("NotFound", "Нет такого объекта или он вам не виден", CourseErrors.NotFound),
        [409] = ("Conflict", "Не позволяет состояние объекта, либо значение занято", RequestErrors.StillRunning),
        [410] = ("Gone", "Этого уже не хранят: читайте заново, как сказано в detail", ChangeErrors.TooOld(12_000)),
        [412] = (
            "PreconditionFailed",
            "Объект изменён после того, как вы его прочитали",
            Versions.Stale.With("expected", 1).With("actual", 2)
        ),
        [413] = ("ContentTooLarge", "Тело запроса слишком велико", RequestErrors.TooLarge),
        [415] = (
            "UnsupportedMediaType",
            "Нужен JSON",
            RequestErrors.UnsupportedMediaType.With("expected", RequestBody.Json)
        ),
        [422] = ("UnprocessableContent", "Значения нарушают правило: см. code и rule", RequestErrors.OtherBody),
        [428] = ("PreconditionRequired", "Нужен заголовок If-Match", RequestErrors.PreconditionRequired),
        [429] = (
            "TooManyRequests",
            "Слишком много запросов: см. Retry-After",
            RequestErrors.TooMany.With("permits", new RateLimitOptions().PermitsPerMinute)
        ),
        [500] = ("InternalServerError", "Сбой службы", RequestErrors.Unexpected),
        [503] = ("ServiceUnavailable", "База данных недоступна: см. Retry-After", RequestErrors.Unavailable),
    };

    public static void AddTo(OpenApiDocument document)
    {
        var components = document.Components!;
        components.Headers = Headers.ToDictionary(
            header => header.Name,
            IOpenApiHeader (header) =>
                new OpenApiHeader
                {
                    Description = header.Description,
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
                    Description = refusal.Value.Description,
                    Headers = References(document, [.. Always, .. OwnHeaders(refusal.Key)]),
                    Content = new Dictionary<string, IOpenApiMediaType>
                    {
                        [Problems.MediaType] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchemaReference(nameof(Problem), document),
                            Example = ExampleOf(refusal.Value.Example),
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

    /// <summary>The refusal as the service answers it, in Russian.</summary>
    private static JsonNode ExampleOf(Error error)
    {
        var present = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru");
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
