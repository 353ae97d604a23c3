using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>What concerns the document as a whole; the passes run in this order.</summary>
internal sealed class DocumentShape(RequestLimits limits, XmlDocs docs) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "Эта служба" }];
        context.SchemaGenerator.GenerateSchema(typeof(Http.Problem), context.SchemaRepository);
        var types = DocumentTypes.Of(context.ApiDescriptions);
        var schemas = new SchemaPasses(swaggerDoc, limits, docs);
        schemas.Straighten();
        schemas.CloseRequests(types.Requests);
        schemas.CompleteAnswers(types.Answers);
        schemas.AddPatches(types.Patches);
        schemas.DescribeEnums(types.Enums);
        SharedParts.AddTo(swaggerDoc);
        schemas.DropUnused();
        Headings.Arrange(swaggerDoc);
    }
}
