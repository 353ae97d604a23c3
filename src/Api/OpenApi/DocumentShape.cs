using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>What concerns the document as a whole; the passes run in this order.</summary>
internal sealed class DocumentShape(RequestLimits limits, Wordings wordings) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var wording = wordings.Of(context.DocumentName);
        swaggerDoc.Info = Introduction.Of(wording);
        swaggerDoc.Servers =
        [
            new OpenApiServer
            {
                Url = "/",
                Description = wording.Say("This service («production», «staging» or «local»)"),
                Extensions = new Dictionary<string, IOpenApiExtension>
                {
                    ["x-internal"] = new JsonNodeExtension(JsonValue.Create(false)),
                },
            },
        ];
        swaggerDoc.Components!.SecuritySchemes = Introduction.SecuritySchemes(wording);
        context.SchemaGenerator.GenerateSchema(typeof(Http.Problem), context.SchemaRepository);
        EventMessages.AddTo(swaggerDoc, context, wording);
        var types = DocumentTypes.Of(context.ApiDescriptions);
        var schemas = new SchemaPasses(swaggerDoc, limits, wording);
        schemas.Straighten();
        schemas.CloseRequests(types.Requests);
        schemas.CompleteAnswers(types.Answers);
        schemas.AddPatches(types.Patches);
        schemas.DescribeEnums(types.Enums);
        schemas.DescribeReferences();
        SharedParts.AddTo(swaggerDoc, wording);
        schemas.DropUnused();
        SchemaBounds.Set(swaggerDoc);
        Headings.Of(context.ApiDescriptions, wording).Arrange(swaggerDoc);
    }
}
