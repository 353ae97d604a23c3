using System.Reflection;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a file that is written while it is sent; or a problem.</summary>
internal sealed class FileOutcome(Result<FileAnswer> result) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var file, out var error))
        {
            await Problems.WriteAsync(httpContext, error);
            return;
        }

        var response = httpContext.Response;
        var (type, ending) = file.Format switch
        {
            TableFormat.Csv => (Upload.Csv + "; charset=utf-8", "csv"),
            TableFormat.Xlsx => (Upload.Xlsx, "xlsx"),
            _ => (Upload.Ndjson, "ndjson"),
        };
        response.ContentType = type;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{file.Name}.{ending}");
        response.Headers.ContentDisposition = disposition.ToString();
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await file.WriteAsync(response.Body, httpContext.RequestAborted);
        }
        catch (Exception) when (response.HasStarted && !httpContext.RequestAborted.IsCancellationRequested)
        {
            // A file that ends in the middle must not look like a whole one.
            httpContext.Abort();
            throw;
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status200OK,
                typeof(Stream),
                [Upload.Csv, Upload.Xlsx, Upload.Ndjson]
            )
        );
}
