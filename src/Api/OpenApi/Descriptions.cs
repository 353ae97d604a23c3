using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>Describes schemas and operations by their XML documentation, in the language of the document.</summary>
internal sealed class Descriptions(Wordings wordings) : ISchemaFilter, IOperationFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        var wording = wordings.Of(context.SchemaRepository.DocumentName);
        var description = (context.MemberInfo is { } member ? wording.Of(member) : null) ?? wording.Of(context.Type);
        if (description is not null)
        {
            schema.Description = description;
        }
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var wording = wordings.Of(context.DocumentName);
        operation.Summary = wording.Of(context.MethodInfo);
        operation.Description = wording.Remarks(context.MethodInfo);
    }
}
