using System.Text.Json.Nodes;
using MethodCenter.Api.Office.Changes;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Application.Office.Webhooks;

namespace MethodCenter.Api.OpenApi;

/// <summary>The AsyncAPI 3 document: the messages to receivers of webhooks, and the stream of changes.</summary>
/// <remarks>Kinds of objects come from the list that the service uses, schemas from the OpenAPI document of the same language.</remarks>
internal static class AsyncDocument
{
    private const string Schemas = "#/components/schemas/";
    private const string Ping = "ping";

    /// <param name="openApi">The OpenAPI document.</param>
    /// <param name="wording">Its language.</param>
    public static JsonObject Of(JsonObject openApi, Wording wording)
    {
        var sent = EventMessages.Kinds.Select(type => type.Name).Append(Ping).ToList();
        string[] streamed = [ChangeEvents.Change, ChangeEvents.Position];
        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = Info(openApi, wording),
            ["defaultContentType"] = RequestBody.Json,
            ["servers"] = Servers(wording),
            ["channels"] = new JsonObject
            {
                ["webhooks"] = Channel(
                    null,
                    wording.Say("Messages to the address of a subscription, by POST, signed (Standard Webhooks)."),
                    "receiver",
                    sent
                ),
                ["changes"] = Channel(
                    $"{Routes.Base}/changes",
                    wording.Say("The feed of changes as a stream of events (`Accept: text/event-stream`)."),
                    "service",
                    streamed
                ),
            },
            ["operations"] = new JsonObject
            {
                ["sendWebhook"] = Operation(
                    "webhooks",
                    wording.Say("Tell a receiver"),
                    wording.Say(
                        "At least once, in order for each object; what is not answered with 2xx is sent again, for a day."
                    ),
                    sent
                ),
                ["streamChanges"] = Operation(
                    "changes",
                    wording.Say("Tell a reader"),
                    wording.Say(
                        "Each event bears its position as `id`: who was cut off comes again with `Last-Event-ID`."
                    ),
                    streamed
                ),
            },
            ["components"] = new JsonObject
            {
                ["messages"] = Messages(wording),
                ["schemas"] = SchemasOf(openApi, wording),
                ["securitySchemes"] = SecuritySchemes(openApi),
            },
        };
    }

    private static JsonObject Messages(Wording wording)
    {
        var messages = new JsonObject();
        foreach (var type in EventMessages.Kinds)
        {
            messages[type.Name] = Message(
                type.Name,
                wording.Say("Change of `{0}`", type.Name),
                EventMessages.DescriptionOf(type, wording),
                new JsonObject
                {
                    ["allOf"] = new JsonArray(
                        Reference(nameof(ChangeMessage)),
                        new JsonObject
                        {
                            ["properties"] = new JsonObject
                            {
                                ["type"] = new JsonObject
                                {
                                    ["type"] = "string",
                                    ["enum"] = List(EventMessages.NamesOf(type)),
                                },
                            },
                        }
                    ),
                },
                EventMessages.ExampleOf(type)
            );
        }

        messages[Ping] = Message(
            PingMessage.TypeName,
            wording.Say("Check of the receiver"),
            wording.Say("Sent by `PingWebhook` only; tells of no change."),
            Reference(nameof(PingMessage)),
            EventMessages.PingExample()
        );
        messages[ChangeEvents.Change] = StreamMessage(
            ChangeEvents.Change,
            wording.Say("A change that the reader may see"),
            nameof(ChangeListItem)
        );
        messages[ChangeEvents.Position] = StreamMessage(
            ChangeEvents.Position,
            wording.Say("How far the stream has come where it has nothing to tell"),
            nameof(ReachedPosition)
        );
        return messages;
    }

    private static JsonObject Info(JsonObject openApi, Wording wording)
    {
        var info = openApi["info"]!.DeepClone().AsObject();
        info["description"] = wording.Say(
            "What the service tells by itself: webhooks and the stream of changes. A message names the changed object, its revision and its address, never its content."
        );
        info["license"] = new JsonObject { ["name"] = "MIT", ["url"] = "https://opensource.org/license/mit" };
        info["tags"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "Webhooks",
                ["description"] = openApi["tags"]!.AsArray().Single(tag => (string?)tag!["name"] == "Webhooks")![
                    "description"
                ]!.DeepClone(),
            }
        );
        return info;
    }

    private static JsonObject Servers(Wording wording)
    {
        return new JsonObject
        {
            ["service"] = Server("service", wording.Say("The service: where you ask for the stream."), secured: true),
            ["receiver"] = Server(
                "receiver",
                wording.Say("The receiver: where the address of the subscription leads."),
                secured: false
            ),
        };

        static JsonObject Server(string variable, string description, bool secured)
        {
            var server = new JsonObject
            {
                ["host"] = $"{{{variable}}}",
                ["protocol"] = "https",
                ["description"] = description,
                ["variables"] = new JsonObject { [variable] = new JsonObject { ["description"] = description } },
            };
            if (secured)
            {
                server["security"] = new JsonArray(
                    new JsonObject { ["$ref"] = $"#/components/securitySchemes/{Introduction.ApiKey}" },
                    new JsonObject { ["$ref"] = $"#/components/securitySchemes/{Introduction.Bearer}" }
                );
            }

            return server;
        }
    }

    private static JsonObject Channel(
        string? address,
        string description,
        string server,
        IEnumerable<string> messages
    ) =>
        new()
        {
            ["address"] = address,
            ["description"] = description,
            ["servers"] = new JsonArray(new JsonObject { ["$ref"] = $"#/servers/{server}" }),
            ["messages"] = new JsonObject(
                messages.Select(name =>
                    KeyValuePair.Create<string, JsonNode?>(
                        name,
                        new JsonObject { ["$ref"] = $"#/components/messages/{name}" }
                    )
                )
            ),
        };

    private static JsonObject Operation(
        string channel,
        string title,
        string description,
        IEnumerable<string> messages
    ) =>
        new()
        {
            ["action"] = "send",
            ["channel"] = new JsonObject { ["$ref"] = $"#/channels/{channel}" },
            ["title"] = title,
            ["description"] = description,
            ["messages"] = new JsonArray([
                .. messages.Select(name => new JsonObject { ["$ref"] = $"#/channels/{channel}/messages/{name}" }),
            ]),
        };

    private static JsonObject Message(
        string name,
        string title,
        string description,
        JsonObject payload,
        JsonNode example
    ) =>
        new()
        {
            ["name"] = name,
            ["title"] = title,
            ["description"] = description,
            ["contentType"] = RequestBody.Json,
            ["headers"] = Reference(nameof(WebhookHeaders)),
            ["payload"] = payload,
            ["examples"] = new JsonArray(
                new JsonObject
                {
                    ["headers"] = new JsonObject(
                        EventMessages.Headers.Select(header =>
                            KeyValuePair.Create<string, JsonNode?>(header.Name, header.Example)
                        )
                    ),
                    ["payload"] = example,
                }
            ),
        };

    private static JsonObject StreamMessage(string name, string title, string schema) =>
        new()
        {
            ["name"] = name,
            ["title"] = title,
            ["contentType"] = ChangeStream.MediaType,
            ["payload"] = Reference(schema),
        };

    private static JsonObject SchemasOf(JsonObject openApi, Wording wording)
    {
        var known = openApi["components"]!["schemas"]!.AsObject();
        var found = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            [nameof(WebhookHeaders)] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = List(EventMessages.Headers.Select(header => header.Name)),
                ["properties"] = new JsonObject(
                    EventMessages.Headers.Select(header =>
                        KeyValuePair.Create<string, JsonNode?>(
                            header.Name,
                            new JsonObject { ["type"] = "string", ["description"] = wording.Say(header.Description) }
                        )
                    )
                ),
            },
            [nameof(ReachedPosition)] = Position(known, wording),
        };
        var waiting = new Queue<string>(EventMessages.Types.Append(typeof(ChangeListItem)).Select(SchemaNames.Of));
        while (waiting.TryDequeue(out var name))
        {
            if (!found.ContainsKey(name))
            {
                found[name] = known[name]!.DeepClone();
                ReferencesIn(found[name]).ToList().ForEach(waiting.Enqueue);
            }
        }

        return new JsonObject(found);
    }

    /// <summary>Only the stream has it, so the OpenAPI document has no schema of it.</summary>
    private static JsonObject Position(JsonObject known, Wording wording)
    {
        const string name = "position";
        var position = known[nameof(ChangeListItem)]!["properties"]![name]!.DeepClone();
        position["description"] = wording.Of(typeof(ReachedPosition).GetProperty(nameof(ReachedPosition.Position))!);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = wording.Of(typeof(ReachedPosition)),
            ["required"] = List([name]),
            ["properties"] = new JsonObject { [name] = position },
        };
    }

    private static JsonObject SecuritySchemes(JsonObject openApi)
    {
        var schemes = openApi["components"]!["securitySchemes"]!.DeepClone().AsObject();

        // A key in a header is a type of its own here.
        schemes[Introduction.ApiKey]!["type"] = "httpApiKey";
        return schemes;
    }

    private static IEnumerable<string> ReferencesIn(JsonNode? node) =>
        node switch
        {
            JsonObject parent => parent.SelectMany(member =>
                member.Key == "$ref" ? [((string)member.Value!)[Schemas.Length..]] : ReferencesIn(member.Value)
            ),
            JsonArray list => list.SelectMany(ReferencesIn),
            _ => [],
        };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = Schemas + schema };

    private static JsonArray List(IEnumerable<string> values) =>
        new([.. values.Select(value => JsonValue.Create(value))]);
}
