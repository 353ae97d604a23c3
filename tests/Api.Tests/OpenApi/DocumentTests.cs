using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The document is whole, and it changes only when someone means it to.</summary>
/// <remarks><c>UPDATE_OPENAPI=1</c> rewrites <c>docs/openapi.json</c>.</remarks>
public sealed class DocumentTests
{
    private static readonly string Committed = Repository.PathOf("docs", "openapi.json");

    [Fact]
    public async Task Served_document_is_the_committed_one()
    {
        var served = await ServeAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(Committed, served.Text + "\n", TestContext.Current.CancellationToken);
            return;
        }

        File.Exists(Committed).ShouldBeTrue("docs/openapi.json is missing: run with UPDATE_OPENAPI=1");
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken));
        var drift = Differences(committed, served.Json, "").Take(20).ToList();
        drift.ShouldBeEmpty(
            "The API has changed. If that is meant, run this test with UPDATE_OPENAPI=1 and commit docs/openapi.json; "
                + "within v1 only additions are allowed."
        );
    }

    [Fact]
    public async Task Every_operation_is_described()
    {
        var document = (await ServeAsync()).Json!;
        var tags = document["tags"]!.AsArray().Select(tag => (string?)tag!["name"]).ToList();
        var gaps = new List<string>();
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = $"{method} {path}";
                Need(operation!["operationId"], $"{name}: operationId");
                Need(operation["summary"], $"{name}: summary");
                Need(operation["description"], $"{name}: description");
                gaps.AddRange(
                    operation["tags"]!
                        .AsArray()
                        .Where(tag => !tags.Contains((string?)tag))
                        .Select(tag => $"{name}: tag {tag}")
                );
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                {
                    Need(parameter!["description"], $"{name}: description of parameter {parameter["name"]}");
                }
            }
        }

        gaps.ShouldBeEmpty();

        void Need(JsonNode? text, string what)
        {
            if (string.IsNullOrWhiteSpace((string?)text))
            {
                gaps.Add(what);
            }
        }
    }

    /// <summary>What is published is what the validator says, also through an included and a nested one.</summary>
    [Theory]
    [InlineData("RegisterCourse", "capacity", "minimum", "1")]
    [InlineData("RegisterCourse", "capacity", "maximum", "5000")]
    [InlineData("RegisterCourse", "site", "maxLength", "200")]
    [InlineData("FundingModel", "reference", "maxLength", "120")]
    [InlineData("ReasonBody", "reason", "minLength", "5")]
    [InlineData("OrganisationBody", "aliases", "maxItems", "50")]
    [InlineData("EmploymentBody", "rate", "minimum", "0.05")]
    [InlineData("CoursePlanBodyPatch", "capacity", "maximum", "5000")]
    public async Task Limits_are_published(string schema, string member, string keyword, string value)
    {
        var document = (await ServeAsync()).Json!;
        var published = document["components"]!["schemas"]![schema]!["properties"]![member]![keyword];
        published.ShouldNotBeNull().ToString().ShouldBe(value);
    }

    [Fact]
    public async Task Document_is_not_sent_again_to_whom_has_it()
    {
        var service = await TestService.SharedAsync();
        using var client = service.Client(key: null);
        var first = (await client.GetAsync("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK);
        var second = await client.GetAsync("/swagger/v1/swagger.json", ("If-None-Match", first.ETag));
        second.Status.ShouldBe(HttpStatusCode.NotModified);
    }

    private static async Task<Answer> ServeAsync()
    {
        var service = await TestService.SharedAsync();
        using var client = service.Client(key: null);
        return (await client.GetAsync("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Differences(JsonNode? old, JsonNode? now, string pointer) =>
        (old, now) switch
        {
            (JsonObject one, JsonObject other) => one.Select(member => member.Key)
                .Union(other.Select(member => member.Key))
                .SelectMany(name =>
                    !other.ContainsKey(name) ? [$"removed {pointer}/{name}"]
                    : !one.ContainsKey(name) ? [$"added {pointer}/{name}"]
                    : Differences(one[name], other[name], $"{pointer}/{name}")
                ),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other)
                .SelectMany((pair, place) => Differences(pair.First, pair.Second, $"{pointer}/{place}")),
            _ => JsonNode.DeepEquals(old, now)
                ? []
                : [$"changed {pointer}: {old?.ToJsonString()} → {now?.ToJsonString()}"],
        };
}
