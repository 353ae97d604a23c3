using System.Reflection;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Office.Imports;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a file; or a problem.</summary>
internal sealed class FileOutcome(Result<FileAnswer> result) : Outcome<FileAnswer>(result), IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, FileAnswer value) => SendAsync(httpContext, value);

    public static async Task SendAsync(HttpContext httpContext, FileAnswer file)
    {
        var response = httpContext.Response;
        var (type, ending) = file.Format switch
        {
            TableFormat.Csv => (Upload.Csv + "; charset=utf-8", "csv"),
            TableFormat.Xlsx => (Upload.Xlsx, "xlsx"),
            _ => (Upload.Ndjson, "ndjson"),
        };

        if (!Formats.IsTaken(httpContext.Request, type))
        {
            await Problems.WriteAsync(httpContext, Formats.NotTaken(type));
            return;
        }

        // Written whole before it is sent: a client that takes its time to download holds no reader of the database, and
        // a file that could not be written is a problem, not a part of a file.
        await using var content = TemporaryFiles.Create();
        await file.WriteAsync(content, httpContext.RequestAborted);
        content.Position = 0;
        response.ContentType = type;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = FileNames.Attachment(file.Name, ending);
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
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
