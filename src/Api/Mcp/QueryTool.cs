using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace MethodCenter.Api.Mcp;

/// <summary>A tool made of one reading operation of the document.</summary>
/// <param name="Declared">As assistants see it; its name is the <c>operationId</c>.</param>
/// <param name="Path">The address, with names in braces.</param>
/// <param name="InPath">Names of the arguments that stand in the address.</param>
/// <param name="InQuery">Names of the arguments that stand behind it.</param>
internal sealed record QueryTool(Tool Declared, string Path, IReadOnlySet<string> InPath, IReadOnlySet<string> InQuery)
{
    private const string Definitions = "#/components/schemas/";
    private const string Json = "application/json";

    /// <summary>Every operation that reads and answers with JSON to somebody who has signed in.</summary>
    public static IReadOnlyDictionary<string, QueryTool> AllOf(JsonObject document) =>
        document["paths"]!
            .AsObject()
            .Where(path => path.Value!["get"] is not null)
            .Select(path => (path.Key, Operation: path.Value!["get"]!.AsObject()))
            .Where(one => one.Operation["security"] is JsonArray { Count: > 0 } && AnswersJson(one.Operation))
            .Select(one => Of(document, one.Key, one.Operation))
            .ToDictionary(tool => tool.Declared.Name, StringComparer.Ordinal);

    /// <summary>The address that the arguments name; null, with what is wrong about them: there is none.</summary>
    public (string Path, QueryString Query)? Address(IDictionary<string, JsonElement> arguments, out string? wrong)
    {
        wrong = arguments.Keys.FirstOrDefault(name => !InPath.Contains(name) && !InQuery.Contains(name)) is { } stray
            ? stray
            : InPath.FirstOrDefault(name =>
                !arguments.ContainsKey(name) || TextsOf(arguments[name]) is not [{ Length: > 0 }]
            );
        if (wrong is not null)
        {
            return null;
        }

        var (path, query) = (Path, QueryString.Empty);
        foreach (var (name, value) in arguments)
        {
            if (InPath.Contains(name))
            {
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(TextsOf(value)[0]), StringComparison.Ordinal);
                continue;
            }

            query = TextsOf(value).Aggregate(query, (known, text) => known.Add(name, text));
        }

        return (path, query);
    }

    private static bool AnswersJson(JsonObject operation) =>
        operation["responses"]?["200"]?["content"]?[Json] is not null;

    private static QueryTool Of(JsonObject document, string path, JsonObject operation)
    {
        var (properties, required, definitions) = (new JsonObject(), new JsonArray(), new JsonObject());
        HashSet<string> inPath = new(StringComparer.Ordinal);
        HashSet<string> inQuery = new(StringComparer.Ordinal);
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var (name, place) = ((string)parameter!["name"]!, (string?)parameter["in"]);
            if (place is not ("path" or "query") || (place == "query" && name == Formats.Parameter))
            {
                continue;
            }

            _ = place == "path" ? inPath.Add(name) : inQuery.Add(name);
            var schema = parameter["schema"]!.DeepClone().AsObject();
            Define(document, schema, definitions);
            if (parameter["description"] is { } description)
            {
                schema["description"] = description.DeepClone();
            }

            properties[name] = schema;
            if (place == "path" || (bool?)parameter["required"] == true)
            {
                required.Add(name);
            }
        }

        return new QueryTool(
            new Tool
            {
                Name = (string)operation["operationId"]!,
                Title = (string?)operation["summary"],
                Description = $"{(string?)operation["summary"]}. {(string?)operation["description"]}",
                InputSchema = Input(properties, required, definitions),
                Annotations = new ToolAnnotations
                {
                    ReadOnlyHint = true,
                    DestructiveHint = false,
                    OpenWorldHint = false,
                },
            },
            path,
            inPath,
            inQuery
        );
    }

    private static JsonElement Input(JsonObject properties, JsonArray required, JsonObject definitions)
    {
        var input = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            input["required"] = required;
        }

        if (definitions.Count > 0)
        {
            input["$defs"] = definitions;
        }

        input["additionalProperties"] = false;
        return JsonSerializer.SerializeToElement(input);
    }

    /// <summary>A tool stands alone: what its schema refers to comes along.</summary>
    private static void Define(JsonObject document, JsonNode? node, JsonObject definitions)
    {
        switch (node)
        {
            case JsonObject schema:
                if (
                    (string?)schema["$ref"] is { } reference
                    && reference.StartsWith(Definitions, StringComparison.Ordinal)
                )
                {
                    var name = reference[Definitions.Length..];
                    schema["$ref"] = "#/$defs/" + name;
                    if (!definitions.ContainsKey(name))
                    {
                        var defined = document["components"]!["schemas"]![name]!.DeepClone();
                        definitions[name] = defined;
                        Define(document, defined, definitions);
                    }
                }

                foreach (var (_, member) in schema.ToList())
                {
                    Define(document, member, definitions);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Define(document, item, definitions);
                }

                break;
        }
    }

    private static string[] TextsOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(TextsOf)],
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [value.GetRawText()],
        };
}
