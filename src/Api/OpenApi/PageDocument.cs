using System.Text.Json.Nodes;

namespace MethodCenter.Api.OpenApi;

/// <summary>
/// The document as Swagger UI reads it: a table of contents, and each operation by itself with its schemas in place.
/// </summary>
/// <remarks>
/// The page resolves references by walking through the whole document whenever an operation is opened, which takes
/// seconds. Here nothing is left to resolve, and what the page reads grows with what is opened, not with the API.
/// Refusals are shared by all operations; an operation names their statuses and refers to the page that explains them.
/// </remarks>
internal sealed class PageDocument
{
    /// <summary>Members of an operation that the page needs before it is opened.</summary>
    private static readonly string[] Contents = ["operationId", "tags", "summary", "security", "deprecated"];

    private readonly JsonObject _document;

    /// <param name="document">The whole document.</param>
    public PageDocument(JsonObject document) => _document = document;

    /// <summary>
    /// The document without what an operation says when it is opened, and without webhooks: nobody sends them from the page.
    /// </summary>
    public JsonObject TableOfContents()
    {
        var contents = new JsonObject();
        foreach (var (name, value) in _document.Where(member => member.Key != "webhooks"))
        {
            contents[name] = name switch
            {
                "paths" => Paths(value!.AsObject()),
                "components" => new JsonObject { ["securitySchemes"] = value!["securitySchemes"]!.DeepClone() },
                _ => value?.DeepClone(),
            };
        }

        return contents;
    }

    /// <summary>Each operation by its id.</summary>
    /// <param name="refusals">What stands in the place of the refusals, given their statuses.</param>
    public IEnumerable<(string Id, JsonObject Operation)> Operations(Func<string, string> refusals)
    {
        foreach (var (_, methods) in _document["paths"]!.AsObject())
        {
            foreach (var (_, shape) in methods!.AsObject())
            {
                var operation = shape!.DeepClone().AsObject();
                Gather(operation["responses"]!.AsObject(), refusals);
                yield return ((string)operation["operationId"]!, InPlace(operation)!.AsObject());
            }
        }
    }

    private static JsonObject Paths(JsonObject paths)
    {
        var kept = new JsonObject();
        foreach (var (path, methods) in paths)
        {
            var brief = new JsonObject();
            foreach (var (method, operation) in methods!.AsObject())
            {
                brief[method] = new JsonObject(
                    operation!
                        .AsObject()
                        .Where(member => Contents.Contains(member.Key))
                        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
                );
            }

            kept[path] = brief;
        }

        return kept;
    }

    private static void Gather(JsonObject responses, Func<string, string> refusals)
    {
        var statuses = responses
            .Select(response => response.Key)
            .Where(status => status[0] is '4' or '5' && responses[status]!["$ref"] is not null)
            .ToList();
        foreach (var status in statuses)
        {
            responses.Remove(status);
        }

        if (statuses.Count > 0)
        {
            responses["default"] = new JsonObject { ["description"] = refusals(string.Join(", ", statuses)) };
        }
    }

    /// <summary>With the named part in the place of each reference; what stands beside the reference holds.</summary>
    private JsonNode? InPlace(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { } named when named["$ref"] is JsonValue target:
                var part = InPlace(Part((string)target!))!.AsObject();
                foreach (var (name, value) in named.Where(member => member.Key != "$ref"))
                {
                    part[name] = value?.DeepClone();
                }

                return part;
            case JsonObject parent:
                return new JsonObject(
                    parent.Select(member =>
                        KeyValuePair.Create(
                            member.Key,
                            member.Key is "example" or "examples" ? member.Value?.DeepClone() : InPlace(member.Value)
                        )
                    )
                );
            case JsonArray list:
                return new JsonArray([.. list.Select(InPlace)]);
            default:
                return node?.DeepClone();
        }
    }

    private JsonNode Part(string reference) =>
        reference[2..].Split('/').Aggregate((JsonNode)_document, (node, name) => node[name]!);
}
