using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record Operation(string Id, HttpMethod Method, string Path, JsonObject Definition, ApiDocument Document)
{
    /// <summary>Schema of its JSON body; null: it has none, or takes a file.</summary>
    public JsonObject? BodySchema =>
        !BodyType.EndsWith("json", StringComparison.Ordinal)
            ? null
            : (JsonObject?)Definition["requestBody"]?["content"]?.AsObject().FirstOrDefault().Value?["schema"];

    /// <summary>The published example of its body.</summary>
    public JsonNode? Example => Definition["requestBody"]?["content"]?.AsObject().FirstOrDefault().Value?["example"];

    public string BodyType =>
        Definition["requestBody"]?["content"]?.AsObject().FirstOrDefault().Key ?? "application/json";

    public bool NeedsIfMatch =>
        Parameters.Any(parameter => (string?)parameter["in"] == "header" && (string?)parameter["name"] == "If-Match");

    /// <summary>A POST that may be repeated as it is says so in its description.</summary>
    public bool SaysItTakesNoKey =>
        ((string?)Definition["description"] ?? "").Contains("`Idempotency-Key` не принимает", StringComparison.Ordinal);

    public IEnumerable<JsonNode> Query => Parameters.Where(parameter => (string?)parameter["in"] == "query");

    public IEnumerable<string> PathParameters =>
        Parameters
            .Where(parameter => (string?)parameter["in"] == "path")
            .Select(parameter => (string)parameter["name"]!);

    private IEnumerable<JsonNode> Parameters => (Definition["parameters"] as JsonArray ?? []).Select(node => node!);

    /// <summary>The members of its body, by name, with their schemas.</summary>
    public IReadOnlyDictionary<string, JsonObject> Members =>
        BodySchema is { } schema ? Document.MembersOf(schema) : new Dictionary<string, JsonObject>();

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The published document, read as a client would.</summary>
internal sealed class ApiDocument
{
    private readonly JsonObject _root;

    private ApiDocument(JsonObject root) => _root = root;

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public static async Task<ApiDocument> ReadAsync(ApiClient client)
    {
        var text = await client.GetAsync("/swagger/v1/swagger.json");
        var document = new ApiDocument(text.Expect(HttpStatusCode.OK).Json!.AsObject());
        document.Operations =
        [
            .. document._root["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject()
                        .Select(operation => new Operation(
                            (string)operation.Value!["operationId"]!,
                            HttpMethod.Parse(operation.Key.ToUpperInvariant()),
                            path.Key,
                            operation.Value.AsObject(),
                            document
                        ))
                ),
        ];
        return document;
    }

    public JsonObject Resolve(JsonObject schema)
    {
        while (true)
        {
            if ((string?)schema["$ref"] is { } reference)
            {
                schema = reference
                    .Split('/')
                    .Skip(1)
                    .Aggregate((JsonNode)_root, (node, part) => node[part]!)
                    .AsObject();
            }
            else if (
                (schema["allOf"] ?? schema["oneOf"] ?? schema["anyOf"]) is JsonArray parts
                && parts.OfType<JsonObject>().FirstOrDefault(part => part["$ref"] is not null) is { } only
                && schema["properties"] is null
            )
            {
                schema = only;
            }
            else
            {
                return schema;
            }
        }
    }

    public IReadOnlyDictionary<string, JsonObject> MembersOf(JsonObject schema)
    {
        var resolved = Resolve(schema);
        var members = new Dictionary<string, JsonObject>();
        foreach (var part in (resolved["allOf"] as JsonArray ?? []).Select(part => part!.AsObject()).Prepend(resolved))
        {
            var own = ReferenceEquals(part, resolved) ? resolved : Resolve(part);
            foreach (var (name, value) in own["properties"]?.AsObject() ?? [])
            {
                members[name] = value!.AsObject();
            }
        }

        return members;
    }

    /// <summary>The type that a schema names besides null.</summary>
    public string TypeOf(JsonObject schema)
    {
        var resolved = Resolve(schema);
        return resolved["type"] switch
        {
            JsonArray several => several.Select(type => (string)type!).First(type => type != "null"),
            JsonValue one => (string)one!,
            _ => resolved["properties"] is null ? "string" : "object",
        };
    }

    /// <summary>A body as the schema wants it, with ids of objects that are there.</summary>
    public JsonNode? Sample(JsonObject schema, Func<string, Guid?> idOf, string name = "", int depth = 0)
    {
        if (depth == 0 && schema["example"] is { } example)
        {
            return example.DeepClone();
        }

        var resolved = Resolve(schema);
        if (resolved["enum"] is JsonArray values)
        {
            return values[0]?.DeepClone();
        }

        return TypeOf(schema) switch
        {
            "object" when depth < 5 => new JsonObject(
                MembersOf(schema)
                    .Select(member =>
                        KeyValuePair.Create(member.Key, Sample(member.Value, idOf, member.Key, depth + 1))
                    )
            ),
            "array" when depth < 5 && resolved["items"] is JsonObject item => new JsonArray(
                Sample(item, idOf, name, depth + 1)
            ),
            "integer" => Math.Max(1, (int?)resolved["minimum"] ?? 1),
            "number" => 1,
            "boolean" => true,
            "string" => Text(resolved, name, idOf),
            _ => null,
        };
    }

    private static JsonNode? Text(JsonObject schema, string name, Func<string, Guid?> idOf) =>
        (string?)schema["format"] switch
        {
            "uuid" => (idOf(name) ?? Guid.CreateVersion7()).ToString(),
            "date" => name.StartsWith("end", StringComparison.Ordinal) || name == "to" ? "2026-12-20" : "2026-10-01",
            "date-time" => "2026-10-01T00:00:00Z",
            _ when name == "academicYear" => "2026-2027",
            _ when name == "snils" => null,
            _ when name.Contains("zone", StringComparison.OrdinalIgnoreCase) => "Europe/Moscow",
            _ => "Проба",
        };
}
