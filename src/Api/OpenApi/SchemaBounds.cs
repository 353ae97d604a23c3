using System.Globalization;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>
/// Gives every text, whole number and list of the document its bound: what the validators know stands there already, the
/// rest follows from the form of a value or from what one message can hold.
/// </summary>
/// <remarks>Whoever generates a client or a database from the document needs no guesses; nothing here refuses anything.</remarks>
internal static class SchemaBounds
{
    /// <summary>What one body or answer holds at most of one text, in characters, unless its own limit is known.</summary>
    private const int LongestText = 1024 * 1024;

    /// <summary>Bytes of a file: an import, a paper, a table.</summary>
    private const int LargestFile = 1024 * 1024 * 1024;

    /// <summary>What the server takes of all headers together.</summary>
    private const int LongestHeader = 32 * 1024;

    /// <summary>Characters of an address, and so of a cursor in it.</summary>
    private const int LongestAddress = 8 * 1024;

    /// <summary>Items of a list in an answer that has no pages.</summary>
    private const int LongestList = 1_000_000;

    /// <summary>Whole numbers beyond it are not the same number in every JSON reader (RFC 8259, 6).</summary>
    private const long LargestExact = (1L << 53) - 1;

    public static void Set(OpenApiDocument document)
    {
        var visited = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        foreach (var schema in document.Components!.Schemas!.Values)
        {
            Visit(schema, LongestText);
        }

        foreach (var header in document.Components.Headers!.Values)
        {
            Visit(header.Schema, LongestHeader);
        }

        foreach (var parameter in document.Components.Parameters!.Values)
        {
            Visit(parameter.Schema, LongestHeader);
        }

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var parameter in operation.Parameters ?? [])
            {
                Visit(parameter.Schema, parameter.In == ParameterLocation.Header ? LongestHeader : LongestAddress);
            }

            var contents = (operation.Responses ?? [])
                .Values.Where(response => response is OpenApiResponse)
                .Select(response => response.Content)
                .Append(operation.RequestBody?.Content);
            foreach (
                var media in contents.OfType<IDictionary<string, IOpenApiMediaType>>().SelectMany(one => one.Values)
            )
            {
                Visit(media.Schema, LargestFile);
            }
        }

        void Visit(IOpenApiSchema? found, int longest)
        {
            if (found is not OpenApiSchema schema || !visited.Add(schema))
            {
                return;
            }

            Bound(schema, longest);
            foreach (
                var inner in (schema.Properties?.Values ?? [])
                    .Concat(schema.OneOf ?? [])
                    .Concat(schema.AnyOf ?? [])
                    .Concat(schema.AllOf ?? [])
                    .Append(schema.Items)
                    .Append(schema.AdditionalProperties)
            )
            {
                Visit(inner, longest);
            }
        }
    }

    private static void Bound(OpenApiSchema schema, int longest)
    {
        if (Is(schema, JsonSchemaType.String) && schema.Enum is not { Count: > 0 })
        {
            schema.MaxLength ??= schema.Format switch
            {
                "uuid" => 36,
                "date" => 10,
                "date-time" => 33,
                "time-local" => 8,
                _ => longest,
            };
            if (schema.Format == "uuid")
            {
                schema.MinLength ??= 36;
                schema.Pattern ??= "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
            }

            schema.MinLength ??= 0;
        }

        if (Is(schema, JsonSchemaType.Integer))
        {
            schema.Format ??= "int32";
            var (least, most) =
                schema.Format == "int64" ? (-LargestExact, LargestExact) : (int.MinValue, (long)int.MaxValue);
            schema.Minimum ??= least.ToString(CultureInfo.InvariantCulture);
            schema.Maximum ??= most.ToString(CultureInfo.InvariantCulture);
        }

        if (Is(schema, JsonSchemaType.Array))
        {
            schema.MinItems ??= 0;
            schema.MaxItems ??= LongestList;
        }
    }

    private static bool Is(OpenApiSchema schema, JsonSchemaType type) => schema.Type?.HasFlag(type) == true;
}
