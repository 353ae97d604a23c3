using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>Closes the schemas of requests, which take no unknown members.</summary>
internal sealed class SchemaShape : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (
            schema is OpenApiSchema { Type: JsonSchemaType.Object } closed
            && context.Type.Namespace?.StartsWith("MethodCenter", StringComparison.Ordinal) == true
        )
        {
            closed.AdditionalPropertiesAllowed = true;
        }
    }
}
