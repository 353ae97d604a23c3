using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Office.Webhooks;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>
/// What the service sends by itself, as <c>webhooks</c> of the document: one for each kind of objects that a subscription may
/// name, made of the list by which the service checks subscriptions.
/// </summary>
internal static class EventMessages
{
    /// <summary>The types of the bodies, whose schemas the document must have.</summary>
    public static readonly IReadOnlyList<Type> Types = [typeof(ChangeMessage), typeof(PingMessage)];

    /// <summary>The headers of a message and what they say.</summary>
    public static readonly IReadOnlyList<(string Name, string Description, string Example)> Headers =
    [
        (
            WebhookHeaders.Id,
            "The message: the same however often it is sent, so what you have taken you need not take again.",
            "msg_01941f297c0370008c2a51bf00000003"
        ),
        (
            WebhookHeaders.Timestamp,
            "When it was sent: seconds since 1970. Refuse what is older than some minutes.",
            "1795035600"
        ),
        (
            WebhookHeaders.Signature,
            "`v1,` and HMAC-SHA256 of id, timestamp and body, joined by dots, in Base64; two of them, parted by a blank, for a day after the secret was rotated.",
            "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="
        ),
    ];

    private static readonly DateTimeOffset SomeInstant = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid SomeObject = new("01941f29-7c03-7000-8c2a-51bf00000003");
    private static readonly Guid SomeParent = new("01941f29-7c01-7000-8c1b-0f6200000001");

    /// <summary>The kinds of objects of which receivers learn, and what a message of each says.</summary>
    public static IEnumerable<ChangeType> Kinds => WebhookTypes.All.Select(name => ChangeTypes.Find(name)!);

    /// <summary>The values of <c>type</c> in the messages about a kind of objects.</summary>
    public static IEnumerable<string> NamesOf(ChangeType type) =>
        Enum.GetNames<ChangeKind>().Select(kind => $"{type.Name}.{JsonNamingPolicy.CamelCase.ConvertName(kind)}");

    public static string DescriptionOf(ChangeType type, Wording wording) =>
        wording.Say(
            "An object of `{0}` was created, changed or deleted, or its key has changed. Read it at `href`.",
            $"{ChangeTypes.ApiBase}/{(type.Parent is null ? type.Path : $"{type.Parent}/…/{type.Name}")}"
        );

    public static JsonNode ExampleOf(ChangeType type) =>
        Node(
            new ChangeMessage
            {
                Type = $"{type.Name}.changed",
                Timestamp = SomeInstant,
                Data = new ChangeMessageData
                {
                    Position = 1042,
                    Type = type.Name,
                    Kind = ChangeKind.Changed,
                    Id = SomeObject,
                    Version = 3,
                    OccurredAt = SomeInstant,
                    Centre = "spb-central",
                    Href = type.AddressOf(SomeObject, SomeParent),
                },
            }
        );

    public static JsonNode PingExample() =>
        Node(
            new PingMessage
            {
                Timestamp = SomeInstant,
                Data = new PingMessageData
                {
                    Id = SomeObject,
                    Centre = "spb-central",
                    Href = $"{ChangeTypes.ApiBase}/webhooks/{SomeObject}",
                },
            }
        );

    public static void AddTo(OpenApiDocument document, DocumentFilterContext context, Wording wording)
    {
        foreach (var type in Types)
        {
            context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        }

        AddHeaders(document, wording);
        document.Webhooks = Kinds.ToDictionary(
            type => type.Name,
            IOpenApiPathItem (type) =>
                Item(
                    document,
                    wording,
                    $"{Pascal(type.Name)}Changed",
                    wording.Say("Change of `{0}`", type.Name),
                    DescriptionOf(type, wording),
                    new OpenApiSchema
                    {
                        AllOf =
                        [
                            new OpenApiSchemaReference(nameof(ChangeMessage), document),
                            new OpenApiSchema
                            {
                                Properties = new Dictionary<string, IOpenApiSchema>
                                {
                                    ["type"] = new OpenApiSchema
                                    {
                                        Type = JsonSchemaType.String,
                                        Enum = [.. NamesOf(type).Select(name => JsonValue.Create(name))],
                                    },
                                },
                            },
                        ],
                    },
                    ExampleOf(type)
                ),
            StringComparer.Ordinal
        );
        document.Webhooks[PingMessage.TypeName] = Item(
            document,
            wording,
            "WebhookPinged",
            wording.Say("Check of the receiver"),
            wording.Say("Sent by `PingWebhook` only; tells of no change."),
            new OpenApiSchemaReference(nameof(PingMessage), document),
            PingExample()
        );
    }

    private static void AddHeaders(OpenApiDocument document, Wording wording)
    {
        document.Components!.Parameters ??= new Dictionary<string, IOpenApiParameter>();
        foreach (var (name, description, example) in Headers)
        {
            document.Components.Parameters[name] = new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Required = true,
                Description = wording.Say(description),
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = example,
            };
        }
    }

    private static OpenApiPathItem Item(
        OpenApiDocument document,
        Wording wording,
        string id,
        string summary,
        string description,
        IOpenApiSchema body,
        JsonNode example
    ) =>
        new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Post] = new()
                {
                    OperationId = id,
                    Summary = summary,
                    Description = description,
                    Tags = new HashSet<OpenApiTagReference> { new("Webhooks", document) },
                    Parameters = [.. Headers.Select(header => new OpenApiParameterReference(header.Name, document))],
                    RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, IOpenApiMediaType>
                        {
                            [RequestBody.Json] = new OpenApiMediaType { Schema = body, Example = example },
                        },
                    },
                    Responses = new OpenApiResponses
                    {
                        ["2XX"] = new OpenApiResponse { Description = wording.Say("Taken") },
                        ["410"] = new OpenApiResponse
                        {
                            Description = wording.Say("The address is gone: the subscription is paused"),
                        },
                        ["default"] = new OpenApiResponse
                        {
                            Description = wording.Say("Not taken: it is sent again, for a day"),
                        },
                    },
                    Security = [],
                },
            },
        };

    /// <summary>«support-programmes» → «SupportProgrammes».</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    private static JsonNode Node<T>(T message) => JsonSerializer.SerializeToNode(message, Json.Options)!;
}
