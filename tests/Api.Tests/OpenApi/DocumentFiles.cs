using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The document as it is kept in <c>docs/openapi</c>: one file for each heading, so that a diff shows whose contract changes.</summary>
/// <remarks>
/// A schema that one heading uses stands in its file; what several use stands in <c>shared.json</c>, and the rest of the
/// document in <c>document.json</c>. An example is a reference to its file beside the endpoint. Put together
/// (<c>eng/openapi/bundle</c>), the files are the document that the service publishes in English.
/// </remarks>
internal static class DocumentFiles
{
    private const string Schemas = "#/components/schemas/";

    public static readonly string Folder = Repository.PathOf("docs", "openapi");

    /// <summary>The files of a document, by name.</summary>
    public static SortedDictionary<string, JsonObject> Part(JsonNode published)
    {
        var document = published.DeepClone().AsObject();
        var paths = Take(document, "paths");
        var schemas = Take(document["components"]!.AsObject(), "schemas");
        var files = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal) { ["document.json"] = document };
        var users = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        FileIn(files, FileOf("Webhooks"))["webhooks"] = Take(document, "webhooks");
        foreach (var (path, methods) in paths)
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var file = FileOf((string)operation!["tags"]![0]!);
                foreach (var schema in Reached(operation, schemas))
                {
                    users.TryAdd(schema, []);
                    users[schema].Add(file);
                }

                var own = operation.DeepClone();
                ReferToExamples(own);
                Member(Member(FileIn(files, file), "paths"), path)[method] = own;
            }
        }

        foreach (var (name, schema) in schemas)
        {
            var file = users.TryGetValue(name, out var known) && known.Count == 1 ? known.Min! : "shared.json";
            Member(Member(FileIn(files, file), "components"), "schemas")[name] = schema!.DeepClone();
        }

        return files;
    }

    public static SortedDictionary<string, JsonObject> Read() =>
        new(
            Directory.Exists(Folder)
                ? Directory
                    .EnumerateFiles(Folder, "*.json")
                    .ToDictionary(
                        file => Path.GetFileName(file),
                        file => JsonNode.Parse(File.ReadAllText(file))!.AsObject()
                    )
                : [],
            StringComparer.Ordinal
        );

    public static void Write(IReadOnlyDictionary<string, JsonObject> files)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder, "*.json"))
        {
            File.Delete(old);
        }

        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(Folder, name), content.ToJsonString(ExampleFile.Layout) + "\n");
        }
    }

    private static string FileOf(string heading) => heading.ToLowerInvariant().Replace(' ', '-') + ".json";

    private static JsonObject FileIn(SortedDictionary<string, JsonObject> files, string name) =>
        files.TryGetValue(name, out var known) ? known : files[name] = [];

    private static JsonObject Member(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject member)
        {
            parent[name] = member = [];
        }

        return member;
    }

    private static JsonObject Take(JsonObject parent, string name)
    {
        var member = parent[name]!.AsObject();
        parent.Remove(name);
        return member;
    }

    private static HashSet<string> Reached(JsonNode operation, JsonObject schemas)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<JsonNode?>([operation]);
        while (waiting.TryDequeue(out var node))
        {
            foreach (var reference in References(node))
            {
                if (found.Add(reference))
                {
                    waiting.Enqueue(schemas[reference]);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject parent => parent.SelectMany(member =>
                member.Key == "$ref"
                && (string?)member.Value is { } target
                && target.StartsWith(Schemas, StringComparison.Ordinal)
                    ? [target[Schemas.Length..]]
                    : References(member.Value)
            ),
            JsonArray list => list.SelectMany(References),
            _ => [],
        };

    /// <summary>Puts «$ref» in the place of each example that the example file of the operation holds.</summary>
    private static void ReferToExamples(JsonNode operation)
    {
        var id = (string)operation["operationId"]!;
        if (OperationExamples.Find(id) is not { } example)
        {
            return;
        }

        var file = Path.GetRelativePath(Folder, ExampleFile.PathOf(id)).Replace('\\', '/');
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            Refer(parameter!, $"parameters/{parameter!["name"]}");
        }

        foreach (var (_, media) in operation["requestBody"]?["content"]?.AsObject() ?? [])
        {
            Refer(media!, "request");
        }

        foreach (var (_, response) in operation["responses"]!.AsObject())
        {
            foreach (var (_, media) in response!["content"]?.AsObject() ?? [])
            {
                Refer(media!, "response");
                Refer(media!, "stream");
            }
        }

        void Refer(JsonNode place, string pointer)
        {
            var held = pointer.Split('/').Aggregate((JsonNode?)example, (node, name) => node?[name]);
            if (held is not null && JsonNode.DeepEquals(held, place["example"]))
            {
                place["example"] = new JsonObject { ["$ref"] = $"{file}#/{pointer}" };
            }
        }
    }
}
