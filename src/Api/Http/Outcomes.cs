using System.Reflection;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Texts;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a representation, its ETag and warnings; 304 where the client has it; or a problem.</summary>
internal sealed class OkOutcome<T>(Result<T> result) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        result.Succeeded(out var value, out var error)
            ? Outcomes.WriteAsync(httpContext, StatusCodes.Status200OK, value, result)
            : Problems.WriteAsync(httpContext, error);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [RequestBody.Json]));
}

/// <summary>Answers 201 with a representation, its address, ETag and warnings; or a problem.</summary>
internal sealed class CreatedOutcome<T>(Result<T> result, Func<T, string> location) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var value, out var error))
        {
            return Problems.WriteAsync(httpContext, error);
        }

        httpContext.Response.Headers.Location = location(value);
        return Outcomes.WriteAsync(httpContext, StatusCodes.Status201Created, value, result);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [RequestBody.Json])
        );
}

/// <summary>Answers 202 with an operation and its address; or a problem.</summary>
internal sealed class AcceptedOutcome<T>(Result<T> result, Func<T, string> location)
    : IResult,
        IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var value, out var error))
        {
            return Problems.WriteAsync(httpContext, error);
        }

        httpContext.Response.Headers.Location = location(value);
        return Outcomes.WriteAsync(httpContext, StatusCodes.Status202Accepted, value, result);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(T), [RequestBody.Json])
        );
}

/// <summary>Answers an upsert: 201 with the address when the object is new, else 200.</summary>
internal sealed class UpsertOutcome<T>(Result<Upserted<T>> result, Func<T, string> location)
    : IResult,
        IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var upserted, out var error))
        {
            return Problems.WriteAsync(httpContext, error);
        }

        if (upserted.Created)
        {
            httpContext.Response.Headers.Location = location(upserted.Value);
        }

        var status = upserted.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Outcomes.WriteAsync(httpContext, status, upserted.Value, result);
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
internal sealed class NoContentOutcome(Result<Nothing> result) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (result.Refused)
        {
            return Problems.WriteAsync(httpContext, result.Error);
        }

        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent, typeof(void)));
}

internal static class Outcomes
{
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
        return http.Response.WriteAsJsonAsync(value, Json.Options, http.RequestAborted);
    }

    private static WarningModel ToModel(Warning warning) =>
        new(warning.Code, Texts.Get(warning.Code, warning.Params), warning.Params, warning.Rule);
}
