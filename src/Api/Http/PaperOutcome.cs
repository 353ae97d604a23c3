using System.Reflection;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a paper; or a problem.</summary>
internal sealed class PaperOutcome(Result<PaperFile> result) : Outcome<PaperFile>(result), IEndpointMetadataProvider
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Html = "text/html";

    protected override Task WriteAsync(HttpContext httpContext, PaperFile value)
    {
        var isHtml = value.Format == PaperFormat.Html;

        // A page is read and printed where it is opened; names on it must bring nothing to life and fetch nothing.
        httpContext.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-modals";
        return Outcomes.SendAsync(
            httpContext,
            value.Content,
            isHtml ? Html + "; charset=utf-8" : Docx,
            isHtml ? FileNames.Inline(value.Name, "html") : FileNames.Attachment(value.Name, "docx")
        );
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [Docx, Html]));
}
