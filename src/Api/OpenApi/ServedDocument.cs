using System.Security.Cryptography;
using System.Text;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace MethodCenter.Api.OpenApi;

/// <summary>The document of each language as it is served: built once, since it does not change while the service runs.</summary>
internal sealed class ServedDocument(IServiceScopeFactory scopes)
{
    private readonly Dictionary<DocumentLanguage, Lazy<(byte[] Bytes, string ETag)>> _documents =
        DocumentLanguage.All.ToDictionary(
            language => language,
            language => new Lazy<(byte[] Bytes, string ETag)>(() => Build(scopes, language))
        );

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var language in DocumentLanguage.All)
        {
            routes
                .MapGet(language.Path, (ServedDocument document, HttpContext http) => document.Answer(language, http))
                .AllowAnonymous()
                .ExcludeFromDescription();
        }
    }

    private IResult Answer(DocumentLanguage language, HttpContext http)
    {
        var (bytes, etag) = _documents[language].Value;
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ContentLanguage = language.Code;
        return ETags.Match(http.Request.Headers.IfNoneMatch, etag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, $"{RequestBody.Json}; charset=utf-8");
    }

    private static (byte[] Bytes, string ETag) Build(IServiceScopeFactory scopes, DocumentLanguage language)
    {
        using var scope = scopes.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(language.Document);
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return (bytes, $"\"{Convert.ToHexString(SHA256.HashData(bytes), 0, 8)}\"");
    }
}
