using System.Reflection;
using System.Text;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a signed JSON web token (RFC 7519); or a problem.</summary>
internal sealed class TokenOutcome(Result<SignedCredential> result) : IResult, IEndpointMetadataProvider
{
    private const string Type = "application/jwt";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.Succeeded(out var credential, out var error))
        {
            await Problems.WriteAsync(httpContext, error);
            return;
        }

        var content = Encoding.ASCII.GetBytes(credential.Token);
        var response = httpContext.Response;
        response.ContentType = Type;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = FileNames.Attachment(credential.Name, "jwt");
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [Type]));
}
