using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using MethodCenter.Infrastructure.Demo;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>One file of examples: what is sent and what comes back.</summary>
/// <remarks>
/// <c>find</c> says where the ids come from, so that examples can be renewed when the sample data change: from
/// <c>parameters.id</c> to «address#path in the answer»; a name in braces is a parameter, or a member of the body,
/// found before.
/// </remarks>
internal sealed class ExampleFile
{
    internal static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private readonly JsonObject _json;

    private ExampleFile(string operationId, JsonObject json) => (OperationId, _json) = (operationId, json);

    public string OperationId { get; }

    public IReadOnlyDictionary<string, string> Find =>
        Section("find").ToDictionary(entry => entry.Key, entry => (string)entry.Value!);

    /// <summary>
    /// It names what each installation makes for itself, as the key of the system administrator: looked up at each run.
    /// </summary>
    public bool IsOfInstallation => Find.Values.Any(from => from.StartsWith("/system/", StringComparison.Ordinal));

    public IReadOnlyDictionary<string, string> Parameters =>
        Section("parameters").ToDictionary(entry => entry.Key, entry => entry.Value!.ToString());

    /// <summary>Members of the body that are texts.</summary>
    public IEnumerable<KeyValuePair<string, string>> RequestTexts =>
        from member in Section("request")
        where member.Value?.GetValueKind() == JsonValueKind.String
        select KeyValuePair.Create(member.Key, (string)member.Value!);

    public JsonNode? Request => _json["request"];

    public JsonNode? Response => _json["response"];

    public static ExampleFile Load(string operationId) => Load(operationId, DemoYears.AsWritten);

    /// <summary>As it stands in the document of a service whose demo has these years.</summary>
    public static ExampleFile Load(string operationId, DemoYears years) =>
        new(
            operationId,
            OperationExamples.Find(operationId, years)
                ?? throw new InvalidOperationException(
                    $"{operationId} has no example: add Examples/{operationId}.json beside its endpoint."
                )
        );

    public void Set(string path, JsonNode? value)
    {
        var names = path.Split('.');
        var target = names[..^1]
            .Aggregate(
                (JsonNode)_json,
                (node, name) =>
                    node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!
            );
        if (target is JsonArray items)
        {
            items[int.Parse(names[^1], CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            target[names[^1]] = value;
        }
    }

    public void Save() => File.WriteAllText(PathOf(OperationId), _json.ToJsonString(Layout) + "\n");

    /// <summary>Where the file stands, beside the endpoint of whichever area.</summary>
    public static string PathOf(string operationId) =>
        Directory
            .EnumerateFiles(Repository.PathOf("src", "Api"), $"{operationId}.json", SearchOption.AllDirectories)
            .Single(file =>
                Path.GetFileName(Path.GetDirectoryName(file)) == "Examples"
                && !file.Contains(
                    $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            );

    private JsonObject Section(string name) => _json[name] as JsonObject ?? [];
}
