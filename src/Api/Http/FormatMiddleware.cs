using System.Collections.Concurrent;
using System.Reflection;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Http;

/// <summary>
/// One way to choose a format for every operation: the header <c>Accept</c>, or <c>?format=</c>, which goes before it; 406
/// for what the operation does not answer with.
/// </summary>
/// <remarks>
/// Operations read one of the two: those with a member <c>Format</c> in their query the parameter, the others the header.
/// Here each is told in its own way what was asked in the other. An operation that reads no query refuses any other
/// parameter here, as those that read one do themselves.
/// </remarks>
internal sealed class FormatMiddleware(RequestDelegate next)
{
    /// <summary>Characters of a name that an answer repeats.</summary>
    private const int LongestName = 60;

    private readonly ConcurrentDictionary<Endpoint, Offer> _offers = new();

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var isAsked = request.Query.ContainsKey(Formats.Parameter);
        if (
            http.GetEndpoint() is not RouteEndpoint endpoint
            || (request.Query.Count == 0 && (request.Headers.Accept.Count == 0 || request.Headers.Accept is ["*/*"]))
        )
        {
            return next(http);
        }

        var offer = _offers.GetOrAdd(endpoint, Offer.Of);
        var refusal =
            offer.Stray(request) is { } stray ? stray
            : offer.MediaTypes.Length == 0 ? null
            : isAsked ? offer.TakeParameter(request)
            : offer.TakeHeader(request);
        return refusal is null ? next(http) : Problems.WriteAsync(http, refusal);
    }

    /// <summary>What an operation answers with, the default first.</summary>
    private sealed record Offer(string[] MediaTypes, bool ReadsParameter, bool ReadsQuery)
    {
        public static Offer Of(Endpoint endpoint)
        {
            var handlers = endpoint.Metadata.OfType<MethodInfo>().ToList();
            var parameters = handlers.SelectMany(handler => handler.GetParameters()).ToList();
            return new(
                Formats.Of(endpoint.Metadata),
                parameters.Exists(Formats.IsMember),
                handlers.Count == 0 || !IsOperation(endpoint) || parameters.Exists(IsQuery)
            );
        }

        /// <summary>A parameter that the operation does not know; null: there is none, or it looks itself.</summary>
        public Error? Stray(HttpRequest request)
        {
            if (ReadsQuery || request.Query.Keys.FirstOrDefault(name => !IsKnown(name)) is not { } stray)
            {
                return null;
            }

            var error =
                MediaTypes.Length > 1
                    ? Error.Malformed("validation.unknown-parameter").With("known", Formats.Parameter)
                    : Error.Malformed("validation.no-parameters");
            return Application.Common.Validation.ValidationErrors.Of([
                error.At(stray.Length > LongestName ? stray[..LongestName] : stray),
            ]);
        }

        /// <summary>What clients are generated for; pages, their files and probes take no notice of what a link or a proxy adds.</summary>
        private static bool IsOperation(Endpoint endpoint) =>
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null
            && endpoint.Metadata.GetMetadata<ProbeMetadata>() is null;

        private bool IsKnown(string name) => name == Formats.Parameter && MediaTypes.Length > 0;

        private static bool IsQuery(ParameterInfo parameter) =>
            parameter.ParameterType == typeof(ExportRequest)
            || parameter.ParameterType.IsAssignableTo(typeof(IEndpointMetadataOfQuery));

        public Error? TakeParameter(HttpRequest request)
        {
            if (ReadsParameter)
            {
                return null; // it reads the value itself and names those that there are
            }

            var wanted = Array.Find(MediaTypes, type => Formats.NameOf(type) == request.Query[Formats.Parameter]);
            if (wanted is null)
            {
                return Application.Common.Validation.ValidationErrors.Of([
                    Error
                        .Malformed("validation.unknown-value")
                        .With("known", string.Join(", ", MediaTypes.Select(Formats.NameOf)))
                        .At(Formats.Parameter),
                ]);
            }

            request.Headers.Accept = wanted;
            request.QueryString = new QueryBuilder(
                request.Query.Where(parameter => parameter.Key != Formats.Parameter)
            ).ToQueryString();
            return null;
        }

        public Error? TakeHeader(HttpRequest request)
        {
            if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Count == 0)
            {
                return null;
            }

            var best = MediaTypes
                .Select(type => (Type: type, Match: Formats.Match(type, accepted)))
                .Where(known => known.Match?.Quality > 0)
                .OrderByDescending(known => known.Match!.Value.Quality)
                .FirstOrDefault();
            if (best.Type is null)
            {
                return Formats.NotTaken(MediaTypes);
            }

            // Who takes anything gets what the operation answers with by default.
            if (ReadsParameter && best.Match is { IsNamed: true })
            {
                request.QueryString = request.QueryString.Add(Formats.Parameter, Formats.NameOf(best.Type));
            }

            return null;
        }
    }
}

/// <summary>The formats of answers: their media types, and their names for <c>?format=</c>.</summary>
internal static class Formats
{
    public const string Parameter = "format";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [RequestBody.Json] = "json",
        [Upload.Csv] = "csv",
        [Upload.Xlsx] = "xlsx",
        [Upload.Ndjson] = "ndjson",
        [PaperOutcome.Docx] = "docx",
        [PaperOutcome.Html] = "html",
    };

    /// <summary>The media types with which an operation answers, the default first.</summary>
    public static string[] Of(IReadOnlyList<object> metadata) =>
        [
            .. metadata
                .OfType<IProducesResponseTypeMetadata>()
                .Where(answer => answer.StatusCode < StatusCodes.Status300MultipleChoices)
                .SelectMany(answer => answer.ContentTypes)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A type without a name of its own is called by its media type.</summary>
    public static string NameOf(string mediaType) => Names.GetValueOrDefault(mediaType, mediaType);

    /// <summary>Whether a parameter of a handler is a query with a format in it.</summary>
    public static bool IsMember(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(ExportRequest)
        || (
            parameter.ParameterType is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(Query<>)
            && type.GetGenericArguments()[0].GetProperty("Format") is not null
        );

    /// <summary>Whether the answer that there is has a format that was asked for; an operation that reads the parameter has seen to it.</summary>
    public static bool IsTaken(HttpRequest request, string mediaType) =>
        request.Query.ContainsKey(Parameter)
        || request.Headers.Accept.Count == 0
        || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        || accepted.Count == 0
        || Match(MediaTypeHeaderValue.Parse(mediaType).MediaType.Value!, accepted)?.Quality > 0;

    public static Error NotTaken(params IEnumerable<string> known) =>
        RequestErrors.NotAcceptable.With("known", string.Join(", ", known)).At(HeaderNames.Accept);

    /// <summary>How much a type is liked: the range that names it best says so (RFC 9110, 12.5.1).</summary>
    public static (double Quality, bool IsNamed)? Match(string type, IList<MediaTypeHeaderValue> accepted)
    {
        var own = new MediaTypeHeaderValue(type);
        return accepted
            .Where(range => own.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
            .OrderBy(range =>
                range.MatchesAllTypes ? 2
                : range.MatchesAllSubTypes ? 1
                : 0
            )
            .Select(range => ((double, bool)?)(range.Quality ?? 1, !range.MatchesAllTypes))
            .FirstOrDefault();
    }
}
