using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>Sends examples exactly as the document describes their operations.</summary>
internal sealed class ExampleRunner(ApiClient api, JsonNode document)
{
    public const string Revision = "parameters.If-Match";

    /// <summary>Every operation of the document: its id, method, path and description.</summary>
    public IEnumerable<(string Id, string Method, string Path, JsonNode Operation)> Operations() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ((string)operation.Value!["operationId"]!, operation.Key, path.Key, operation.Value!);

    public async Task<Answer> RunAsync(ExampleFile example)
    {
        var request = RequestOf(example);
        using var body = request.Content;
        return await api.SendAsync(new HttpMethod(request.Method), request.Address, body, [.. request.Headers]);
    }

    /// <summary>What is sent: the example, put where the document says.</summary>
    public ExampleRequest RequestOf(ExampleFile example)
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

        return new ExampleRequest
        {
            Method = method.ToUpperInvariant(),
            Address = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}",
            Headers = headers,
            ContentType = operation["requestBody"]?["content"]?.AsObject().First().Key,
            Body = example.Request,
        };
    }

    /// <summary>Looks the ids and revisions of an example up in the data.</summary>
    /// <param name="example">The example.</param>
    /// <param name="only">What alone is looked up; null: everything.</param>
    public async Task FindAsync(ExampleFile example, string? only = null)
    {
        foreach (var (target, source) in example.Find.Where(entry => only is null || entry.Key == only))
        {
            var (address, member) = (source[..source.IndexOf('#')], source[(source.IndexOf('#') + 1)..]);
            foreach (var (name, known) in example.Parameters.Concat(example.RequestTexts))
            {
                address = address.Replace($"{{{name}}}", known, StringComparison.Ordinal);
            }

            var answer = await api.GetAsync(address, ("X-Centre", ExampleWorld.Centre));
            var value =
                answer[member] ?? throw new InvalidOperationException($"{example.OperationId}: nothing at {source}.");
            example.Set(target, target == Revision ? $"\"{value}\"" : value.DeepClone());
        }
    }

    private static string? PlaceOf(JsonNode operation, string parameter) =>
        (string?)
            operation["parameters"]?.AsArray().SingleOrDefault(known => (string?)known!["name"] == parameter)?["in"];
}

/// <summary>An example as it is sent.</summary>
internal sealed record ExampleRequest
{
    public required string Method { get; init; }

    public required string Address { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>Null: no body.</summary>
    public string? ContentType { get; init; }

    public JsonNode? Body { get; init; }

    public bool IsJson => ContentType?.EndsWith("json", StringComparison.Ordinal) == true;

    public StringContent? Content =>
        ContentType is null
            ? null
            : new StringContent(
                IsJson ? Body!.ToJsonString() : (string)Body!,
                Encoding.UTF8,
                new MediaTypeHeaderValue(ContentType)
            );
}
