using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Texts;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a representation, its ETag and warnings; 304 where the client has it; or a problem.</summary>
internal sealed class OkOutcome<T>(Result<T> result) : Outcome<T>(result), IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, T value) =>
        Outcomes.WriteAsync(httpContext, StatusCodes.Status200OK, value, Result);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [RequestBody.Json]));
}

/// <summary>Answers 201 with a representation, its address, ETag and warnings; or a problem.</summary>
internal sealed class CreatedOutcome<T>(Result<T> result, Func<T, string> location)
    : Outcome<T>(result),
        IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, T value)
    {
        httpContext.Response.Headers.Location = location(value);
        return Outcomes.WriteAsync(httpContext, StatusCodes.Status201Created, value, Result);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [RequestBody.Json])
        );
}

/// <summary>Answers 202 with an operation and its address; or a problem.</summary>
internal sealed class AcceptedOutcome<T>(Result<T> result, Func<T, string> location)
    : Outcome<T>(result),
        IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, T value)
    {
        httpContext.Response.Headers.Location = location(value);
        return Outcomes.WriteAsync(httpContext, StatusCodes.Status202Accepted, value, Result);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(T), [RequestBody.Json])
        );
}

/// <summary>Answers an upsert: 201 with the address when the object is new, else 200.</summary>
internal sealed class UpsertOutcome<T>(Result<Upserted<T>> result, Func<T, string> location)
    : Outcome<Upserted<T>>(result),
        IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, Upserted<T> value)
    {
        if (value.Created)
        {
            httpContext.Response.Headers.Location = location(value.Value);
        }

        var status = value.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Outcomes.WriteAsync(httpContext, status, value.Value, Result);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [RequestBody.Json]));
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [RequestBody.Json])
        );
    }
}

/// <summary>Answers 204, or a problem.</summary>
internal sealed class NoContentOutcome(Result<Nothing> result) : Outcome<Nothing>(result), IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, Nothing value)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent, typeof(void)));
}

internal static class Outcomes
{
    /// <summary>Answers 200 with content that is at hand whole.</summary>
    public static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> content, string type, string disposition)
    {
        var response = http.Response;
        response.ContentType = type;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = disposition;
        await response.Body.WriteAsync(content, http.RequestAborted);
    }

    public static Task WriteAsync<T, TResult>(HttpContext http, int status, T value, Result<TResult> result)
    {
        if (value is DetailsModel details)
        {
            var etag = ETags.Of(details.Version);
            http.Response.Headers.ETag = etag;
            if (HttpMethods.IsGet(http.Request.Method) && ETags.Match(http.Request.Headers.IfNoneMatch, etag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            if (result.Warnings.Length > 0)
            {
                value = (T)(object)(details with { Warnings = [.. result.Warnings.Select(ToModel)] });
            }
        }

        http.Response.StatusCode = status;

        // An object keeps its ETag, which names a revision and not one coding of it; lists and reports have none.
        return
            HttpMethods.IsGet(http.Request.Method)
            && value is not DetailsModel
            && ContentCoding.For(http.Request) is { } coding
            ? WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(value, Json.Options), coding)
            : http.Response.WriteAsJsonAsync(value, Json.Options, http.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> json, ContentCoding coding)
    {
        var response = http.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.Append("Vary", "Accept-Encoding");
        if (json.Length >= ContentCoding.LeastBytes)
        {
            json = coding.Encode(json.Span, CompressionLevel.Fastest);
            response.Headers.ContentEncoding = coding.Name;
        }

        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static WarningModel ToModel(Warning warning) =>
        new(warning.Code, Texts.Get(warning.Code, warning.Params), warning.Params, warning.Rule);
}
