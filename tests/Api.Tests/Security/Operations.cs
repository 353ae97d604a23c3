using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Security;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record Operation(string Id, HttpMethod Method, string Path, JsonObject Shape, JsonObject Document)
{
    public override string ToString() => $"{Id} ({Method} {Path})";

    public IEnumerable<JsonObject> Parameters => (Shape["parameters"] as JsonArray ?? []).Select(one => Deref(one!));

    public bool Takes(string parameter) => Parameters.Any(one => (string?)one["name"] == parameter);

    /// <summary>
    /// A request that can be read: every required part is there, in its form; the ids belong to nobody.
    /// </summary>
    public Task<Answer> SendAsync(ApiClient client, params (string Name, string Value)[] headers) =>
        client.SendAsync(
            Method,
            System.Text.RegularExpressions.Regex.Replace(Path, @"\{(\w+)\}", match => Filler(match.Groups[1].Value)),
            Body() is { } body ? new StringContent(body.ToJsonString(), null, "application/json") : null,
            [("If-Match", "\"1\""), .. headers]
        );

    /// <summary>The operations of the document as the service publishes it.</summary>
    public static async Task<IReadOnlyList<Operation>> AllAsync(TestService service)
    {
        var answer = await service.Client(key: null).GetAsync("/swagger/v1/swagger.json");
        var document = answer.Json!.AsObject();
        return
        [
            .. from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Key is "get" or "post" or "put" or "patch" or "delete"
            let shape = operation.Value!.AsObject()
            select new Operation(
                (string?)shape["operationId"] ?? "",
                HttpMethod.Parse(operation.Key),
                path.Key,
                shape,
                document
            ),
        ];
    }

    /// <summary>
    /// Ids are recognised by their names, so that a parameter which the document forgot is filled too.
    /// </summary>
    private static string Filler(string parameter) =>
        parameter == "id" || parameter.EndsWith("Id", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "test";

    private JsonNode? Body()
    {
        if (Shape["requestBody"] is not JsonObject body || Method == HttpMethod.Patch)
        {
            return Method == HttpMethod.Patch ? new JsonObject() : null;
        }

        var content = Deref(body)["content"]!.AsObject();
        return content["application/json"]?["schema"] is { } schema ? Example(schema) : null;
    }

    /// <summary>The least value that the schema describes.</summary>
    private JsonNode? Example(JsonNode schema)
    {
        var shape = Deref(schema);
        if (shape["enum"] is JsonArray values)
        {
            return values[0]!.DeepClone();
        }

        if (shape["allOf"] is JsonArray { Count: 1 } all)
        {
            return Example(all[0]!);
        }

        return TypeOf(shape) switch
        {
            "string" => Text(shape),
            "integer" or "number" => shape["minimum"]?.DeepClone() ?? 1,
            "boolean" => true,
            "array" => new JsonArray(),
            _ => Members(shape),
        };
    }

    private JsonObject Members(JsonObject shape)
    {
        var members = new JsonObject();
        foreach (var part in shape["allOf"] as JsonArray ?? [])
        {
            foreach (var (name, value) in Members(Deref(part!)))
            {
                members[name] = value?.DeepClone();
            }
        }

        foreach (var name in shape["required"] as JsonArray ?? [])
        {
            members[(string)name!] = Example(shape["properties"]![(string)name!]!);
        }

        return members;
    }

    private static JsonNode Text(JsonObject shape) =>
        (string?)shape["format"] switch
        {
            "date" => "2026-09-01",
            "date-time" => "2026-09-01T00:00:00Z",
            "uuid" => Guid.NewGuid().ToString(),
            _ => ((string?)shape["pattern"])?.Contains("[12][0-9]{3}-", StringComparison.Ordinal) == true
                ? "2026-2027"
                : "test",
        };

    private static string? TypeOf(JsonObject shape) =>
        shape["type"] switch
        {
            JsonArray types => (string?)types.FirstOrDefault(type => (string?)type != "null"),
            var type => (string?)type,
        };

    private JsonObject Deref(JsonNode node)
    {
        while ((string?)node["$ref"] is { } reference)
        {
            node = reference[2..]
                .Split('/')
                .Aggregate((JsonNode)Document, (inner, name) => inner[name.Replace("~1", "/")]!);
        }

        return node.AsObject();
    }
}
