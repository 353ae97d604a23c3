using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.TestKit;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>Sends examples exactly as the document describes their operations.</summary>
internal sealed class ExampleRunner(ExampleWorld world)
{
    /// <summary>Every operation of the document: its id, method, path and description.</summary>
    public IEnumerable<(string Id, string Method, string Path, JsonNode Operation)> Operations() =>
        from path in world.Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ((string)operation.Value!["operationId"]!, operation.Key, path.Key, operation.Value!);

    public async Task<Answer> RunAsync(ExampleFile example)
    {
        var (_, method, path, operation) = Operations().Single(known => known.Id == example.OperationId);
        var query = new List<string>();
        var headers = new List<(string, string)>();
        foreach (var (name, value) in example.Parameters)
        {
            switch (PlaceOf(operation, name))
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
                    break;
                case "query":
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                    break;
                case "header":
                    headers.Add((name, value));
                    break;
                default:
                    throw new InvalidOperationException($"{example.OperationId} has no parameter {name}.");
            }
        }

        var address = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        using var body = BodyOf(example, operation);
        return await world.Api.SendAsync(new HttpMethod(method.ToUpperInvariant()), address, body, [.. headers]);
    }

    /// <summary>Looks the ids and revisions of an example up in the data.</summary>
    public async Task FindAsync(ExampleFile example)
    {
        foreach (var (target, source) in example.Find)
        {
            var (address, member) = (source[..source.IndexOf('#')], source[(source.IndexOf('#') + 1)..]);
            foreach (var (name, known) in example.Parameters.Concat(example.RequestTexts))
            {
                address = address.Replace($"{{{name}}}", known, StringComparison.Ordinal);
            }

            var answer = await world.Api.GetAsync(address, ("X-Centre", ExampleWorld.Centre));
            var value =
                answer[member] ?? throw new InvalidOperationException($"{example.OperationId}: nothing at {source}.");
            example.Set(target, target == "parameters.If-Match" ? $"\"{value}\"" : value.DeepClone());
        }
    }

    private static string? PlaceOf(JsonNode operation, string parameter) =>
        (string?)
            operation["parameters"]?.AsArray().SingleOrDefault(known => (string?)known!["name"] == parameter)?["in"];

    private static StringContent? BodyOf(ExampleFile example, JsonNode operation)
    {
        var media = operation["requestBody"]?["content"]?.AsObject().First();
        return media is { } described
            ? new StringContent(
                described.Key.EndsWith("json", StringComparison.Ordinal)
                    ? example.Request!.ToJsonString()
                    : (string)example.Request!,
                Encoding.UTF8,
                new MediaTypeHeaderValue(described.Key)
            )
            : null;
    }
}
