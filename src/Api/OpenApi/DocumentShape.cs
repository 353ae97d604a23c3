using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>What concerns the document as a whole.</summary>
internal sealed class DocumentShape : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "Эта служба" }];
}
