using System.Reflection;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a paper; or a problem.</summary>
internal sealed class PaperOutcome(Result<PaperFile> result) : IResult, IEndpointMetadataProvider
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Html = "text/html";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var file, out var error))
        {
            await Problems.WriteAsync(httpContext, error);
            return;
        }

        var response = httpContext.Response;
        var isHtml = file.Format == PaperFormat.Html;
        response.ContentType = isHtml ? Html + "; charset=utf-8" : Docx;
        response.ContentLength = file.Content.Length;

        // A page is read and printed where it is opened; names on it must bring nothing to life and fetch nothing.
        response.Headers.ContentDisposition = isHtml
            ? FileNames.Inline(file.Name, "html")
            : FileNames.Attachment(file.Name, "docx");
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-modals";
        await response.Body.WriteAsync(file.Content, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [Docx, Html]));
}
