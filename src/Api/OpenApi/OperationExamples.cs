using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.Office.Changes;
using MethodCenter.Infrastructure.Demo;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>
/// Examples that work as they stand on the demo data: one file per operation, <c>Examples/OperationId.json</c> beside its
/// endpoint.
/// </summary>
/// <remarks>
/// What they say of the demo's work in progress is written for one year; a service that holds the demo shows it with the
/// years of that demo. A file holds <c>parameters</c> by name, the <c>request</c> body and the <c>response</c> body
/// (<c>stream</c>: the same as events); a test runs each of
/// them against the demo and compares the answer.
/// </remarks>
internal static class OperationExamples
{
    private const string Folder = "Examples/";

    private static readonly Assembly Source = typeof(OperationExamples).Assembly;

    /// <summary>The example of an operation; null: there is none.</summary>
    public static JsonObject? Find(string operationId)
    {
        using var file = Source.GetManifestResourceStream($"{Folder}{operationId}.json");
        return file is null ? null : JsonNode.Parse(file)!.AsObject();
    }

    /// <summary>The example of an operation on a demo of these years; null: there is none.</summary>
    public static JsonObject? Find(string operationId, DemoYears years) =>
        Move(Find(operationId), years, name: null)?.AsObject();

    /// <summary>The operations that have an example.</summary>
    public static IEnumerable<string> All() =>
        Source
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length]);

    public static void AddTo(OpenApiOperation operation, DemoYears years)
    {
        if (Find(operation.OperationId!, years) is not { } example)
        {
            return;
        }

        foreach (var (name, value) in example["parameters"]?.AsObject() ?? [])
        {
            // What an optional header is prefilled with, the page sends: the centre of the demo, with a key of another one.
            if (
                operation.Parameters!.FirstOrDefault(known => known.Name == name) is OpenApiParameter parameter
                && parameter is not { In: ParameterLocation.Header, Required: false }
            )
            {
                parameter.Example = value?.DeepClone();
            }
        }

        // A body that is a file is shown as the text that it is, where it is one.
        var isText = example["request"]?.GetValueKind() == JsonValueKind.String;
        foreach (var (type, media) in operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if ((!isText || type == Http.Upload.Csv) && media is OpenApiMediaType own)
            {
                own.Example = example["request"]?.DeepClone();
            }
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status is not ("200" or "201") || response.Content is null)
            {
                continue;
            }

            foreach (var (media, content) in response.Content)
            {
                if (media == Http.Upload.Xlsx || content is not OpenApiMediaType own)
                {
                    continue;
                }

                own.Example = example[media == ChangeStream.MediaType ? "stream" : "response"]?.DeepClone();
            }
        }
    }

    /// <param name="node">What is moved.</param>
    /// <param name="years">The years of the demo.</param>
    /// <param name="name">The member that holds it.</param>
    private static JsonNode? Move(JsonNode? node, DemoYears years, string? name) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, Move(member.Value, years, member.Key)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Move(item, years, name))]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => years.Move((string)value!),
            JsonValue value when name == "year" => years.Move((int)value),
            _ => node?.DeepClone(),
        };
}
