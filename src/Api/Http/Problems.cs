using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using MethodCenter.Application.Texts;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>An error as RFC 9457 has it, in the caller's language.</summary>
public sealed record Problem
{
    /// <summary><c>urn:methodcenter:error:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>Class of the error.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable code of the error.</summary>
    public required string Code { get; init; }

    /// <summary>The identifier of the request in the logs and the audit.</summary>
    public required string TraceId { get; init; }

    /// <summary>Values in the text, by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object?>? Params { get; init; }

    /// <summary>The legal or methodical rule that refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleReference? Rule { get; init; }

    /// <summary>All errors of single values.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }
}

/// <summary>An error of one value of the request.</summary>
/// <param name="Pointer">JSON pointer into the body, or the name of a parameter or header.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Params">Values in the text, by name.</param>
public sealed record FieldProblem(
    string Pointer,
    string Code,
    string Message,
    IReadOnlyDictionary<string, object?> Params
);

internal static class Problems
{
    public const string MediaType = "application/problem+json";

    /// <summary>Bytes of the errors of single values in an answer.</summary>
    private const int MostErrorBytes = 16 * 1024;

    private const string More = "moreErrors";
    private const string MoreText = "request.more-errors";

    public static int StatusOf(Error error) =>
        RequestErrors.StatusOf(error)
        ?? error.Kind switch
        {
            ErrorKind.Malformed => StatusCodes.Status400BadRequest,
            ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Gone => StatusCodes.Status410Gone,
            ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    public static Problem From(Error error)
    {
        var status = StatusOf(error);
        var fields =
            error.Fields.Length > 0 ? error.Fields
            : error.Pointer is null ? []
            : [error];
        var told = Tell(fields);
        var more = error.MoreFields + fields.Length - told.Count;
        var parameters = more > 0 ? error.Params.SetItem(More, more) : error.Params;
        return new Problem
        {
            Type = $"urn:methodcenter:error:{error.Code}",
            Title = Texts.Get($"status.{status}"),
            Status = status,
            Detail =
                more > 0
                    ? $"{Texts.Get(error.Code, error.Params)} {Texts.Get(MoreText, parameters)}"
                    : Texts.Get(error.Code, error.Params),
            Code = error.Code,
            TraceId = Activity.Current?.TraceId.ToString() ?? "",
            Params = parameters.Count > 0 ? parameters : null,
            Rule = error.Rule,
            Errors = told.Count == 0 ? null : told,
        };
    }

    /// <summary>An answer must not be many times what was asked: so many errors are told, and of them so much.</summary>
    private static List<FieldProblem> Tell(ImmutableArray<Error> fields)
    {
        var told = new List<FieldProblem>(Math.Min(fields.Length, Error.MostFields));
        var bytes = 0;
        foreach (var field in fields.Take(Error.MostFields))
        {
            var problem = new FieldProblem(
                field.Pointer ?? "",
                field.Code,
                Texts.Get(field.Code, field.Params),
                field.Params
            );
            bytes += JsonSerializer.SerializeToUtf8Bytes(problem, Json.Options).Length;
            if (bytes > MostErrorBytes && told.Count > 0)
            {
                break;
            }

            told.Add(problem);
        }

        return told;
    }

    /// <summary>Where there is no JSON to point into, an error names the parameter.</summary>
    private static Error OfParameters(HttpContext http, Error error) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Any(IsJson) == true
            ? error
            : error with
            {
                Pointer = error.Pointer?.TrimStart('/'),
                Fields = [.. error.Fields.Select(field => field with { Pointer = field.Pointer?.TrimStart('/') })],
            };

    private static bool IsJson(string mediaType) => mediaType.EndsWith("json", StringComparison.Ordinal);

    public static Task WriteAsync(HttpContext http, Error error)
    {
        error = OfParameters(http, error);

        // A request without a revision cannot be stale: another request changed the object at the same time.
        var problem = From(
            error.Kind == ErrorKind.Stale && http.Request.Headers.IfMatch.Count == 0
                ? RequestErrors.ChangedMeanwhile
                : error
        );
        http.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "ApiKey, Bearer";
        }

        return http.Response.WriteAsJsonAsync(problem, Json.Options, MediaType, http.RequestAborted);
    }
}
