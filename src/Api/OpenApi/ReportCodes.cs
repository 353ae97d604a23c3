using System.Text.Json.Nodes;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>Publishes the codes of the reports that the areas declare, as those of an enum.</summary>
internal sealed class ReportCodes : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type == typeof(ReportCode) && schema is OpenApiSchema own)
        {
            own.Type = JsonSchemaType.String;
            own.Properties = null;
            own.Required = null;
            own.AdditionalProperties = null;
            own.AdditionalPropertiesAllowed = true;
            own.Enum = [.. ReportCatalogue.All.Select(report => (JsonNode)report.Code.Value)];
        }
    }
}
