using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>Writes limits into a schema.</summary>
internal static class SchemaLimits
{
    public static void Apply(this OpenApiSchema schema, Limits? limits, Wording wording)
    {
        if (limits is null)
        {
            return;
        }

        if (schema.Type?.HasFlag(JsonSchemaType.String) == true && schema.Format is null)
        {
            schema.MinLength ??= limits.MinLength;
            schema.MaxLength ??= limits.MaxLength;
            schema.Pattern ??= limits.Pattern;
        }

        schema.Minimum ??= limits.Minimum;
        schema.Maximum ??= limits.Maximum;
        schema.MinItems ??= limits.MinItems;
        schema.MaxItems ??= limits.MaxItems;
        if (limits.Days is var (from, to))
        {
            var days = wording.Say("From {0:yyyy-MM-dd} to {1:yyyy-MM-dd}.", from, to);
            schema.Description = schema.Description is null ? days : $"{schema.Description} {days}";
        }

        if (schema.Items is OpenApiSchema items)
        {
            items.Apply(limits.Items, wording);
        }
    }
}
