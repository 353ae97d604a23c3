using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Texts;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MethodCenter.Api.Mcp;

/// <summary>What assistants find at <c>/mcp</c>: the reading operations that their caller may use, and the check of a file.</summary>
internal sealed class McpDoor(
    InnerRequests requests,
    ServedDocument document,
    DatasetCatalogue datasets,
    IHttpContextAccessor accessor
)
{
    /// <summary>Checks a file and writes nothing.</summary>
    public const string CheckTool = "CheckImport";
    private static readonly string[] Needed = ["dataset", "csv"];

    /// <summary>The use case behind it.</summary>
    private const string CheckUseCase = "StartImport";

    public ValueTask<ListToolsResult> ListAsync(
        RequestContext<ListToolsRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var caller = accessor.HttpContext!.RequestServices.GetRequiredService<Caller>();
        List<Tool> tools = [.. Tools().Values.Select(tool => tool.Declared).Where(tool => May(caller, tool.Name))];
        if (May(caller, CheckUseCase))
        {
            tools.Add(Check());
        }

        return ValueTask.FromResult(new ListToolsResult { Tools = tools });
    }

    public async ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var name = request.Params?.Name ?? "";
        var arguments = request.Params?.Arguments ?? new Dictionary<string, JsonElement>();
        if (name == CheckTool)
        {
            return await CheckAsync(arguments);
        }

        if (!Tools().TryGetValue(name, out var tool))
        {
            return Wrong(Say("mcp.unknown-tool", ("tool", Shortened(name))));
        }

        return tool.Address(arguments, out var wrong) is not { } address
            ? Wrong(Say("mcp.wrong-argument", ("name", Shortened(wrong!))))
            : Result(await requests.GetAsync(accessor.HttpContext!, address.Path, address.Query));
    }

    /// <summary>The operation that checks, and how a person makes of it one that writes.</summary>
    private async Task<CallToolResult> CheckAsync(IDictionary<string, JsonElement> arguments)
    {
        string[] known = ["dataset", "csv", "source"];
        if (arguments.Keys.FirstOrDefault(name => !known.Contains(name)) is { } stray)
        {
            return Wrong(Say("mcp.wrong-argument", ("name", Shortened(stray))));
        }

        foreach (var name in known[..2])
        {
            if (Text(name) is null or "")
            {
                return Wrong(Say("mcp.wrong-argument", ("name", name)));
            }
        }

        var query = QueryString.Create("mode", "dryRun");
        if (Text("source") is { } source)
        {
            query = query.Add("source", source);
        }

        var dataset = Text("dataset")!;
        var path = $"{Routes.Base}/imports/{Uri.EscapeDataString(dataset)}";
        var answer = await requests.PostCsvAsync(accessor.HttpContext!, path, query, Text("csv")!);
        var result = Result(answer);
        if (!answer.Refused)
        {
            var operation = (string)JsonNode.Parse(answer.Text)!["id"]!;
            result.Content.Add(
                new TextContentBlock { Text = Say("mcp.how-to-apply", ("operation", operation), ("path", path)) }
            );
        }

        return result;

        string? Text(string name) =>
            arguments.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }

    private IReadOnlyDictionary<string, QueryTool> Tools() =>
        document.ToolsOf(
            DocumentLanguage.All.FirstOrDefault(language =>
                language.Code == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName
            ) ?? DocumentLanguage.Russian
        );

    private static bool May(Caller caller, string useCase) =>
        UseCases.PermissionOf(useCase) is { } required && caller.Authorise(required) is null;

    private Tool Check() =>
        new()
        {
            Name = CheckTool,
            Description = Say("mcp.check-import"),
            InputSchema = JsonSerializer.SerializeToElement(
                new
                {
                    type = "object",
                    properties = new
                    {
                        dataset = new
                        {
                            type = "string",
                            @enum = datasets.All.Select(dataset => dataset.Name).Order(StringComparer.Ordinal),
                        },
                        csv = new { type = "string" },
                        source = new { type = "string" },
                    },
                    required = Needed,
                    additionalProperties = false,
                }
            ),
            Annotations = new ToolAnnotations { DestructiveHint = false, OpenWorldHint = false },
        };

    private static CallToolResult Result(InnerAnswer answer) =>
        new() { IsError = answer.Refused, Content = [new TextContentBlock { Text = answer.Text }] };

    private static CallToolResult Wrong(string text) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    private static string Say(string code, params (string Name, object? Value)[] parameters) =>
        Texts.Get(code, parameters.ToDictionary(one => one.Name, one => one.Value));

    /// <summary>An answer repeats no more than this of what it was sent.</summary>
    private static string Shortened(string name) => name.Length > 60 ? name[..60] : name;
}
