using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.Mcp;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Mcp;

/// <summary>The door for assistants, as one of them speaks: JSON-RPC over HTTP at <c>/mcp</c>.</summary>
/// <remarks>A service of its own: the door is shut by default.</remarks>
public sealed class McpTests : IAsyncLifetime
{
    private TestService _service = null!;
    private World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(settings: new Dictionary<string, string?> { ["Mcp:Enabled"] = "true" });
        _world = await World.CreateAsync(_service);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task It_is_shut_by_default()
    {
        var world = await World.SharedAsync();

        (await SendAsync(world.Api, "tools/list", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_comes_in_without_a_key()
    {
        using var stranger = _service.Client("mck_nobody");

        (await SendAsync(stranger, "tools/list", new { })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_introduces_itself_and_offers_every_reading_operation_and_no_writing_one()
    {
        var hello = await ResultAsync(
            _world.Api,
            "initialize",
            new
            {
                protocolVersion = "2025-06-18",
                capabilities = new { },
                clientInfo = new { name = "test", version = "1" },
            }
        );
        var tools = await ToolsAsync(_world.Api);

        ((string?)hello["serverInfo"]!["name"]).ShouldBe("MethodCenter");
        hello["capabilities"]!["tools"].ShouldNotBeNull();
        var document = (await _world.Api.GetAsync("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK).Json!;
        var expected = document["paths"]!
            .AsObject()
            .Select(path => path.Value!["get"])
            .Where(operation => operation?["security"] is JsonArray { Count: > 0 })
            .Where(operation => operation!["responses"]!["200"]!["content"]?["application/json"] is not null)
            .Select(operation => (string)operation!["operationId"]!)
            .ToList();
        expected.Count.ShouldBeGreaterThan(60);
        tools.Keys.ShouldBe([.. expected, "CheckImport"], ignoreOrder: true);
        tools
            .Values.Where(tool => (string?)tool["name"] != "CheckImport")
            .ShouldAllBe(tool => (bool)tool["annotations"]!["readOnlyHint"]!);
        tools.Values.ShouldAllBe(tool => !tool.ToJsonString(JsonSerializerOptions.Default).Contains("#/components"));
    }

    [Fact]
    public async Task A_list_and_a_report_are_read_with_their_arguments()
    {
        var school = await _world.OrganisationAsync();
        var employee = await _world.EmployeeAsync(school, await _world.PositionAsync());

        var list = await CallAsync(_world.Api, "ListEmployees", new { organisationId = school, limit = 1 });
        var one = await CallAsync(_world.Api, "GetEmployee", new { id = employee });
        var report = await CallAsync(_world.Api, "GetTrainingDueReport", new { asOf = "2025-03-10" });

        ((Guid)list.Json["items"]![0]!["id"]!).ShouldBe(employee);
        ((Guid)one.Json["id"]!).ShouldBe(employee);
        ((string?)report.Json["asOf"]).ShouldBe("2025-03-10");
        ((int)report.Json["total"]!["base"]!).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_told_as_the_api_tells_it()
    {
        var limit = await CallAsync(_world.Api, "ListEmployees", new { limit = 100000 });
        var stray = await CallAsync(_world.Api, "ListEmployees", new { nobody = "knows" });
        var absent = await CallAsync(_world.Api, "GetEmployee", new { });
        var unknown = await CallAsync(_world.Api, "RegisterEmployee", new { });

        (limit.IsError, (int)limit.Json["status"]!).ShouldBe((true, 400));
        (stray.IsError, stray.Text).ShouldBe((true, "Аргумент «nobody» неизвестен, не указан или не того вида."));
        (absent.IsError, absent.Text).ShouldBe((true, "Аргумент «id» неизвестен, не указан или не того вида."));
        unknown.IsError.ShouldBeTrue();
        (await _world.RowsAsync("employees")).ShouldBe(0);
    }

    [Fact]
    public async Task A_caller_without_the_right_neither_sees_the_tool_nor_gets_an_answer()
    {
        var (_, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = _service.Client(key);

        var tools = await ToolsAsync(methodist);
        var refused = await CallAsync(methodist, "ListAudit", new { });

        tools.Keys.ShouldContain("ListEmployees");
        tools.Keys.ShouldNotContain("ListAudit");
        (refused.IsError, (string?)refused.Json["code"]).ShouldBe((true, "security.may-not"));

        // Refusals are written apart from the requests.
        await Patience.UntilAsync(
            async () =>
            {
                var audit = await _world.Api.GetAsync("/audit?kind=refused&useCase=ListAudit");
                return audit.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Count == 1;
            },
            "the refusal is in the audit",
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task What_belongs_to_another_centre_is_not_found()
    {
        var other = await World.CreateAsync(_service);
        var foreign = await other.EmployeeAsync(await other.OrganisationAsync(), await other.PositionAsync());
        var (_, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = _service.Client(key);

        var answer = await CallAsync(methodist, "GetEmployee", new { id = foreign });

        (answer.IsError, (int)answer.Json["status"]!).ShouldBe((true, 404));
        (await CallAsync(other.Api, "GetEmployee", new { id = foreign })).IsError.ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_is_only_checked_and_a_person_is_told_how_to_apply_it()
    {
        await _world.OrganisationAsync();
        var csv = Imports.StaffList(2);

        var check = await CallAsync(
            _world.Api,
            "CheckImport",
            new
            {
                dataset = "employees",
                csv,
                source = "test",
            }
        );

        check.IsError.ShouldBeFalse(check.Text);
        ((string?)check.Json["mode"]).ShouldBe("dryRun");
        var ended = await Imports.EndAsync(_world.Api, (Guid)check.Json["id"]!);
        ((int)ended["counts"]!["created"]!).ShouldBe(2);
        (await _world.RowsAsync("employees")).ShouldBe(0);
        check.Advice.ShouldContain("/api/v1/imports/employees?mode=allOrNothing");
        var more = await CallAsync(
            _world.Api,
            "CheckImport",
            new
            {
                dataset = "employees",
                csv,
                mode = "allOrNothing",
            }
        );
        more.IsError.ShouldBeTrue();
    }

    /// <summary>An uploaded file is closed, and by that deleted, with the request that brought it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_request_has_opened_is_closed_with_it_last_first(bool fails)
    {
        var closed = new List<string>();
        var requests = new InnerRequests(
            _service.Services.GetRequiredService<IServiceScopeFactory>(),
            _service.Services.GetRequiredService<IHttpContextFactory>()
        )
        {
            Service = http =>
            {
                http.Response.RegisterForDisposeAsync(new Opened("file", closed));
                http.Response.RegisterForDisposeAsync(new Opened("reader of the file", closed));
                return fails ? throw new IOException("broken") : Task.CompletedTask;
            },
        };

        var sent = requests.PostCsvAsync(new DefaultHttpContext(), "/api/v1/imports/employees", default, "a;b");
        var failed = await Record.ExceptionAsync(() => sent);

        (failed is IOException).ShouldBe(fails);
        closed.ShouldBe(["reader of the file", "file"]);
    }

    private sealed class Opened(string name, List<string> closed) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            closed.Add(name);
            return ValueTask.CompletedTask;
        }
    }

    private static async Task<Dictionary<string, JsonNode>> ToolsAsync(ApiClient client) =>
        (await ResultAsync(client, "tools/list", new { }))["tools"]!
            .AsArray()
            .ToDictionary(tool => (string)tool!["name"]!, tool => tool!);

    private static async Task<Called> CallAsync(ApiClient client, string name, object arguments)
    {
        var result = await ResultAsync(client, "tools/call", new { name, arguments });
        var texts = result["content"]!.AsArray().Select(block => (string)block!["text"]!).ToList();
        return new Called((bool?)result["isError"] == true, texts[0], texts[^1]);
    }

    private static async Task<JsonNode> ResultAsync(ApiClient client, string method, object parameters)
    {
        var (status, message) = await SendAsync(client, method, parameters);
        status.ShouldBe(HttpStatusCode.OK, message?.ToJsonString());
        return message!["result"] ?? throw new InvalidOperationException(message.ToJsonString());
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Message)> SendAsync(
        ApiClient client,
        string method,
        object parameters
    )
    {
        using var request = client.Request(HttpMethod.Post, "/swagger");
        request.RequestUri = new Uri("/mcp", UriKind.Relative);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var body = new
        {
            jsonrpc = "2.0",
            id = 1,
            method,
            @params = parameters,
        };
        request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await client.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var data = text.Split('\n').LastOrDefault(line => line.StartsWith("data: ", StringComparison.Ordinal));
        return (
            response.StatusCode,
            data is not null ? JsonNode.Parse(data[6..])
            : text.StartsWith('{') ? JsonNode.Parse(text)
            : null
        );
    }

    private sealed record Called(bool IsError, string Text, string Advice)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;
    }
}
