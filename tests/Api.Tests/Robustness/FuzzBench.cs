using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Application.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>A service with a few objects, the document, and what must hold for every answer.</summary>
public sealed class FuzzBench : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Guid?> _ids = new();
    private readonly ConcurrentDictionary<string, bool> _codesSeen = new();

    internal TestService Service { get; private set; } = null!;

    internal World World { get; private set; } = null!;

    internal ApiDocument Document { get; private set; } = null!;

    /// <summary>An object of another centre.</summary>
    internal Guid Foreign { get; private set; }

    internal ApiClient Api => World.Api;

    internal IEnumerable<Operation> Operations =>
        Document.Operations.Where(operation => operation.Path.StartsWith("/api/", StringComparison.Ordinal));

    internal IEnumerable<Operation> WithBody => Operations.Where(operation => operation.BodySchema is not null);

    public async ValueTask InitializeAsync()
    {
        Service = await TestService.StartAsync(configure: services => services.RemoveWorkers("ImportWorker"));
        World = await World.CreateAsync(Service);
        var other = await World.CreateAsync(Service, "other");
        Foreign = await other.OrganisationAsync();
        var (school, teacher) = (await World.OrganisationAsync(), await World.PositionAsync());
        var employee = await World.EmployeeAsync(school, teacher);
        var course = await World.OpenCourseAsync(await World.ProgrammeAsync());
        await Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee });
        Document = await ApiDocument.ReadAsync(Service.Client(key: null));
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>The address of an operation with objects that are there, as far as lists show them.</summary>
    internal async Task<string> AddressAsync(Operation operation)
    {
        var address = "";
        foreach (var part in operation.Path.Split('/').Skip(1))
        {
            if (!part.StartsWith('{'))
            {
                address += "/" + part;
                continue;
            }

            var id = await FirstAsync(address);
            address +=
                "/" + (part is "{source}" or "{key}" or "{code}" ? "probe" : (id ?? Guid.CreateVersion7()).ToString());
        }

        return address;
    }

    /// <summary>A body that follows the schema.</summary>
    internal async Task<JsonObject> SampleAsync(Operation operation)
    {
        foreach (var member in operation.Members.Keys.Where(name => name.EndsWith("Id", StringComparison.Ordinal)))
        {
            await FirstAsync($"/api/v1/{member[..^2]}s");
        }

        return (JsonObject)
            operation.Document.Sample(
                operation.BodySchema!,
                name => name.Length > 2 ? _ids.GetValueOrDefault($"/api/v1/{name[..^2]}s") : null
            )!;
    }

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

    /// <summary>The first object of a list, if there is such a list.</summary>
    private async Task<Guid?> FirstAsync(string list)
    {
        if (_ids.TryGetValue(list, out var known))
        {
            return known;
        }

        var page = await Api.GetAsync(list + "?limit=1");
        Guid? id =
            page.Json?["items"] is JsonArray { Count: > 0 } items
            && Guid.TryParse((string?)items[0]!["id"], out var found)
                ? found
                : null;
        _ids[list] = id;
        return id;
    }
}
