using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using MethodCenter.Application.Office.Webhooks;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The document is whole, and it changes only when someone means it to.</summary>
/// <remarks><c>UPDATE_OPENAPI=1</c> rewrites <c>docs/openapi</c>.</remarks>
public sealed class DocumentTests(PublishedDocuments published) : IClassFixture<PublishedDocuments>
{
    [Fact]
    public void Published_document_is_the_committed_one()
    {
        var now = DocumentFiles.Part(published[DocumentLanguage.English]);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            DocumentFiles.Write(now);
            return;
        }

        var committed = DocumentFiles.Read();
        committed.Keys.ShouldBe(now.Keys, "UPDATE_OPENAPI=1 rewrites docs/openapi");
        now.SelectMany(file => JsonDrift.Between(committed[file.Key], file.Value, file.Key))
            .Take(20)
            .ShouldBeEmpty(
                "The API has changed. If that is meant, run this test with UPDATE_OPENAPI=1 and commit docs/openapi; "
                    + "within v1 only additions are allowed."
            );
    }

    [Fact]
    public async Task Published_events_are_the_committed_ones()
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Repository.PathOf("docs", "asyncapi.json");
        var now = published.Events(DocumentLanguage.English);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(file, now.ToJsonString(ExampleFile.Layout) + "\n", cancel);
            return;
        }

        JsonDrift
            .Between(JsonNode.Parse(await File.ReadAllTextAsync(file, cancel)), now)
            .Take(20)
            .ShouldBeEmpty("The events have changed. If that is meant, run this test with UPDATE_OPENAPI=1.");
    }

    /// <summary>Whatever a subscription may name is described, in both documents, with the same body; and nothing else.</summary>
    [Fact]
    public void Every_event_is_described()
    {
        var webhooks = published[DocumentLanguage.English]["webhooks"]!.AsObject();
        var messages = published.Events(DocumentLanguage.English)["components"]!["messages"]!.AsObject();

        webhooks.Select(one => one.Key).ShouldBe([.. WebhookTypes.All, PingMessage.TypeName], ignoreOrder: true);
        messages
            .Select(one => one.Key)
            .ShouldBe([.. WebhookTypes.All, "ping", "change", "position"], ignoreOrder: true);
        foreach (var name in WebhookTypes.All)
        {
            var body = webhooks[name]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"];
            JsonDrift.Between(body, messages[name]!["payload"]).ShouldBeEmpty(name);
            body!["allOf"]![1]!["properties"]!["type"]!["enum"]!
                .AsArray()
                .Select(value => (string)value!)
                .ShouldBe([$"{name}.created", $"{name}.changed", $"{name}.deleted", $"{name}.keyChanged"]);
        }
    }

    [Fact]
    public void Every_operation_is_described()
    {
        var document = published[DocumentLanguage.English];
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

    /// <summary>What a list shows can be changed without a second request: its revision stands in the list.</summary>
    [Fact]
    public void Whatever_needs_a_revision_bears_it_in_the_list()
    {
        var document = published[DocumentLanguage.English];
        var paths = document["paths"]!.AsObject();
        var lists = 0;
        foreach (var (path, methods) in paths)
        {
            var answer = methods!["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"];
            if (answer is null || Resolve(answer)["properties"]?["items"]?["items"] is not { } item)
            {
                continue;
            }

            var needs = paths
                .Where(other => other.Key.StartsWith($"{path}/{{id}}", StringComparison.Ordinal))
                .SelectMany(other => other.Value!.AsObject())
                .Any(operation => HeadersOf(operation.Value!).Any(header => (string?)header["name"] == "If-Match"));
            if (needs)
            {
                lists++;
                Resolve(item)["properties"]!.AsObject().ContainsKey("version").ShouldBeTrue(path);
            }
        }

        lists.ShouldBeGreaterThan(20);

        JsonNode Resolve(JsonNode schema) =>
            (string?)schema["$ref"] is { } reference
                ? document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!
                : schema;
    }

    /// <summary>Swagger UI sends what it finds as an example: an optional header stays away until somebody writes it.</summary>
    [Fact]
    public void An_optional_header_has_no_example()
    {
        var headers = published[DocumentLanguage.Russian]["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => HeadersOf(operation.Value!))
            .Where(header => (bool?)header["required"] != true)
            .ToList();

        headers.ShouldNotBeEmpty();
        headers
            .Where(header =>
                header["example"] is not null
                || header["examples"] is not null
                || header["schema"]!["example"] is not null
                || header["schema"]!["default"] is not null
            )
            .Select(header => (string?)header["name"])
            .Distinct()
            .ShouldBeEmpty();
    }

    /// <summary>A word repeated says nothing; folders of generated clients have Latin names.</summary>
    [Fact]
    public void Every_tag_says_what_one_does_there()
    {
        foreach (var tag in published[DocumentLanguage.English]["tags"]!.AsArray())
        {
            var (name, description) = ((string)tag!["name"]!, (string)tag["description"]!);
            name.ShouldMatch("^[A-Za-z0-9 ,+()'«»-]+$");
            description.Length.ShouldBeGreaterThan(name.Length + 20, name);
        }
    }

    /// <summary>
    /// The resolver of references is what made the page slow (13 s for its start, 9 s for an operation): it gets none to resolve.
    /// </summary>
    [Fact]
    public async Task What_the_page_reads_has_no_references()
    {
        using var client = (await TestService.SharedAsync()).Client(key: null);
        foreach (var language in DocumentLanguage.All)
        {
            var page = (await client.GetAsync(language.PagePath)).Expect(HttpStatusCode.OK);
            page.Text.ShouldNotContain("\"$ref\"");
            var ids = page["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject())
                .Select(operation => (string)operation.Value!["operationId"]!)
                .ToList();
            ids.Count.ShouldBeGreaterThan(200);
            foreach (var id in ids)
            {
                var part = (await client.GetAsync($"{language.Folder}/operations/{id}.json")).Expect(HttpStatusCode.OK);
                part.Text.ShouldNotContain("\"$ref\"", customMessage: id);
            }
        }
    }

    private static IEnumerable<JsonNode> HeadersOf(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? [])
            .Select(parameter => parameter!)
            .Where(parameter => (string?)parameter["in"] == "header");

    /// <summary>A disk is full for whoever writes, whatever he writes.</summary>
    [Fact]
    public void Full_storage_is_among_the_refusals_of_what_writes()
    {
        var operations = published[DocumentLanguage.English]["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .ToLookup(
                operation => operation.Key == "get",
                operation => operation.Value!["responses"]!.AsObject().ContainsKey("507")
            );
        operations[true].ShouldAllBe(named => !named);
        operations[false].ShouldNotBeEmpty();
        operations[false].ShouldAllBe(named => named);
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
    [InlineData("EnrolmentListItem", "employeeId", "minLength", "36")]
    [InlineData("EnrolmentListItem", "employeeId", "description", "Прочитать: `/api/v1/employees/{id}`.")]
    [InlineData("EmployeeDetails", "employments", "minItems", "0")]
    public void Limits_are_published(string schema, string member, string keyword, string value)
    {
        var document = published[DocumentLanguage.Russian];
        var limit = document["components"]!["schemas"]![schema]!["properties"]![member]![keyword];
        limit.ShouldNotBeNull().ToString().ShouldBe(value);
    }

    [Fact]
    public async Task Document_is_not_sent_again_to_those_who_have_it()
    {
        using var client = published.Service.Client(key: null);
        foreach (var language in DocumentLanguage.All)
        {
            var first = (await client.GetAsync(language.Path)).Expect(HttpStatusCode.OK);
            var second = await client.GetAsync(language.Path, ("If-None-Match", first.ETag));
            second.Status.ShouldBe(HttpStatusCode.NotModified);
        }
    }
}
