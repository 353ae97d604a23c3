using System.Reflection;
using System.Text;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>Answers 200 with a signed JSON web token (RFC 7519); or a problem.</summary>
internal sealed class TokenOutcome(Result<SignedCredential> result)
    : Outcome<SignedCredential>(result),
        IEndpointMetadataProvider
{
    private const string Type = "application/jwt";

    protected override Task WriteAsync(HttpContext httpContext, SignedCredential value) =>
        Outcomes.SendAsync(
            httpContext,
            Encoding.ASCII.GetBytes(value.Token),
            Type,
            FileNames.Attachment(value.Name, "jwt")
        );

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [Type]));
}
