using System.Security.Cryptography;
using System.Text;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace MethodCenter.Api.OpenApi;

/// <summary>The document as it is served: built once, since it does not change while the service runs.</summary>
internal sealed class ServedDocument(IServiceScopeFactory scopes)
{
    public const string Path = "/swagger/v1/swagger.json";
    public const string Name = "v1";

    private readonly Lazy<(byte[] Bytes, string ETag)> _document = new(() => Build(scopes));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(Path, (ServedDocument document, HttpContext http) => document.Answer(http))
            .AllowAnonymous()
            .ExcludeFromDescription();

    private IResult Answer(HttpContext http)
    {
        var (bytes, etag) = _document.Value;
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "no-cache";
        return http.Request.Headers.IfNoneMatch == etag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, $"{RequestBody.Json}; charset=utf-8");
    }

    private static (byte[] Bytes, string ETag) Build(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(Name);
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return (bytes, $"\"{Convert.ToHexString(SHA256.HashData(bytes), 0, 8)}\"");
    }
}
