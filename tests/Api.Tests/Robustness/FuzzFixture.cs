using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Makers;
using MethodCenter.Application.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>A service with an object of every kind, the document, and what must hold for every answer.</summary>
public sealed class FuzzFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, bool> _codesSeen = new();

    /// <summary>By which the service goes.</summary>
    internal TimeProvider Time { get; init; } = TestDay.Instance;

    internal TestService Service { get; private set; } = null!;

    internal World World { get; private set; } = null!;

    internal Makings Made { get; private set; } = null!;

    internal ApiDocument Document { get; private set; } = null!;

    /// <summary>An object of another centre.</summary>
    internal Guid Foreign { get; private set; }

    internal ApiClient Api => World.Api;

    internal IEnumerable<Operation> Operations =>
        Document.Operations.Where(operation => operation.Path.StartsWith("/api/", StringComparison.Ordinal));

    internal IEnumerable<Operation> WithBody => Operations.Where(operation => operation.BodySchema is not null);

    public async ValueTask InitializeAsync()
    {
        // Its own service: the tests look at the whole database, and only requests may change it. Imports are carried out.
        Service = await TestService.StartAsync(configure: services =>
        {
            services.RemoveWorkers("ImportWorker");
            services.AddSingleton(Time);
        });
        World = await World.CreateAsync(Service);
        Made = new Makings(World);
        Foreign = await (await World.CreateAsync(Service)).OrganisationAsync();
        Document = await ApiDocument.ReadAsync(Service.Client(key: null));

        // All objects are made before the first request that must not store anything.
        foreach (var operation in Operations)
        {
            await AddressAsync(operation);
            if (operation.BodySchema is not null)
            {
                await SampleAsync(operation);
            }
        }
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>The address of an operation, with an object that is there.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="anew">With an object of its own, for a request that changes it.</param>
    internal async Task<string> AddressAsync(Operation operation, bool anew = false) =>
        await Made.OperationAsync(operation.Path, anew) ?? OfNothing(operation.Path);

    /// <summary>A body that follows the schema: the published example, or what the schema says, with ids of objects that are there.</summary>
    internal async Task<JsonObject> SampleAsync(Operation operation)
    {
        var body =
            operation.Example?.DeepClone() as JsonObject
            ?? (JsonObject)operation.Document.Sample(operation.BodySchema!, _ => null)!;
        await NameAsync(body);
        return body;
    }

    private async Task NameAsync(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonValue && IsId(name, value) && await Made.MemberAsync(name) is { } id)
                    {
                        members[name] = id.ToString();
                    }
                    else if (value is JsonArray { Count: > 0 } list && list.All(item => IsId(name, item)))
                    {
                        members[name] = await Made.MemberAsync(name) is { } one ? new JsonArray(one.ToString()) : null;
                    }
                    else
                    {
                        await NameAsync(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    await NameAsync(item);
                }

                break;
        }
    }

    private static bool IsId(string name, JsonNode? value) =>
        (name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal))
        && value is JsonValue
        && Guid.TryParse((string?)value, out _);

    private static string OfNothing(string path) =>
        string.Join(
            '/',
            path.Split('/').Select(part => part.StartsWith('{') ? Guid.CreateVersion7().ToString() : part)
        );

    internal async Task<Answer> SendAsync(
        Operation operation,
        string address,
        HttpContent? content,
        params (string, string)[] headers
    )
    {
        if (operation.NeedsIfMatch && !headers.Any(header => header.Item1 == "If-Match"))
        {
            headers = [.. headers, ("If-Match", "\"1\"")];
        }

        return await Api.SendAsync(operation.Method, address, content, headers);
    }

    /// <summary>The revision of the object that an address belongs to: its own, or that of an address above.</summary>
    internal async Task<string?> TagAsync(string address)
    {
        for (var above = address; above.Count(letter => letter == '/') > 2; above = above[..above.LastIndexOf('/')])
        {
            if ((await Api.GetAsync(above)).Headers.ETag is { } tag)
            {
                return tag.Tag;
            }
        }

        return null;
    }

    internal static StringContent Body(Operation operation, string text) =>
        new(text, Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue(operation.BodyType) } };

    internal static ByteArrayContent Body(Operation operation, byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(operation.BodyType) } };

    /// <summary>What is wrong with an answer, or null.</summary>
    internal string? Fault(Answer answer)
    {
        if (answer.Code is < 200 or >= 500)
        {
            return $"status {answer}";
        }

        if (answer.Code < 400)
        {
            return null;
        }

        if (answer.Json is not JsonObject problem || answer.ErrorCode is not { Length: > 0 } code)
        {
            return $"no problem {answer}";
        }

        foreach (var (one, text) in Texted(problem).Prepend((code, (string?)problem["detail"])))
        {
            _codesSeen.TryAdd(one, true);
            if (string.IsNullOrWhiteSpace(text) || text == one)
            {
                return $"no text for {one}: {answer}";
            }
        }

        var fields = problem["errors"] as JsonArray ?? [];
        return fields.Any(field => string.IsNullOrEmpty((string?)field!["pointer"])) ? $"no pointer {answer}" : null;
    }

    /// <summary>Codes that were met and lack a text in one of the languages, or have the same in both.</summary>
    internal IReadOnlyList<string> CodesWithoutTexts() =>
        [
            .. _codesSeen.Keys.Where(code =>
                !Texts.All(false).TryGetValue(code, out var russian)
                || !Texts.All(true).TryGetValue(code, out var english)
                || russian == english
            ),
        ];

    private static IEnumerable<(string, string?)> Texted(JsonObject problem) =>
        (problem["errors"] as JsonArray ?? []).Select(field => ((string)field!["code"]!, (string?)field["message"]));
}
