using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>
/// Our own answer that a client changes and sends back by <c>PUT</c>: what it bears and the body does not take (id, version,
/// names beside ids, warnings) is left out. Whatever no answer of the operation has is refused as everywhere.
/// </summary>
internal static class SentBack
{
    /// <returns>The body without those members; null: there are none, or it is no representation that is put.</returns>
    public static byte[]? WithoutReadOnly(HttpContext http, ReadOnlyMemory<byte> body, Type taken)
    {
        if (!HttpMethods.IsPut(http.Request.Method) || AnswerOf(http) is not { } answered)
        {
            return null;
        }

        try
        {
            var sent = JsonNode.Parse(
                body.Span,
                documentOptions: new JsonDocumentOptions
                {
                    MaxDepth = Json.Options.MaxDepth,
                    AllowDuplicateProperties = false,
                }
            );
            return LeaveOut(sent, Json.Options.GetTypeInfo(taken), Json.Options.GetTypeInfo(answered))
                ? JsonSerializer.SerializeToUtf8Bytes(sent, Json.Options)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The diagnosis of the body says what is wrong with it.
            return null;
        }
    }

    private static Type? AnswerOf(HttpContext http) =>
        http.GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .FirstOrDefault(one => one.StatusCode == StatusCodes.Status200OK)
            ?.Type;

    private static bool LeaveOut(JsonNode? sent, JsonTypeInfo taken, JsonTypeInfo answered)
    {
        var any = false;
        switch (sent)
        {
            case JsonObject members
                when taken.Kind == JsonTypeInfoKind.Object && answered.Kind == JsonTypeInfoKind.Object:
                var known = taken.Properties.ToDictionary(member => member.Name, StringComparer.Ordinal);
                foreach (var own in answered.Properties)
                {
                    if (!known.TryGetValue(own.Name, out var member))
                    {
                        any |= members.Remove(own.Name);
                    }
                    else if (members[own.Name] is { } value)
                    {
                        any |= LeaveOut(value, Of(member.PropertyType), Of(own.PropertyType));
                    }
                }

                break;
            case JsonArray items
                when taken.Kind == JsonTypeInfoKind.Enumerable && answered.Kind == JsonTypeInfoKind.Enumerable:
                foreach (var item in items)
                {
                    any |= LeaveOut(item, Of(taken.ElementType!), Of(answered.ElementType!));
                }

                break;
            default:
                break;
        }

        return any;

        static JsonTypeInfo Of(Type type) => Json.Options.GetTypeInfo(type);
    }
}
