using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Bodies of messages: the change and where to read the object, never its content.</summary>
internal static class WebhookMessages
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The value of <c>webhook-id</c>: the same however often the delivery is sent.</summary>
    public static string IdOf(Guid deliveryId) => $"msg_{deliveryId:N}";

    public static byte[] Of(ChangeEntry change, string centre)
    {
        var kind = JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString());
        return Write(
            $"{change.Type}.{kind}",
            change.OccurredAt,
            json =>
            {
                json.WriteNumber("position", change.Position!.Value);
                json.WriteString("type", change.Type);
                json.WriteString("kind", kind);
                json.WriteString("id", change.SubjectId);
                json.WriteNumber("version", change.Version);
                json.WriteString("occurredAt", Instant(change.OccurredAt));
                json.WriteString("centre", centre);
                json.WriteStartArray("events");
                foreach (var name in change.Events?.Split(',') ?? [])
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                if (change.Keys is { } keys)
                {
                    json.WritePropertyName("keys");
                    json.WriteRawValue(keys);
                }

                json.WriteString("href", AddressOf(change));
            }
        );
    }

    /// <summary>A message that tells of no change.</summary>
    public static byte[] Ping(Guid subscriptionId, string centre, DateTimeOffset now) =>
        Write(
            "webhooks.ping",
            now,
            json =>
            {
                json.WriteString("id", subscriptionId);
                json.WriteString("centre", centre);
                json.WriteString("href", $"{ChangeTypes.ApiBase}/webhooks/{subscriptionId}");
            }
        );

    /// <summary>Where the object is read, as the feed says it; null: it is deleted.</summary>
    private static string? AddressOf(ChangeEntry change) =>
        change.Kind == ChangeKind.Deleted
            ? null
            : ChangeTypes.Find(change.Type)?.AddressOf(change.SubjectId, change.ParentId);

    private static byte[] Write(string type, DateTimeOffset timestamp, Action<Utf8JsonWriter> data)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", Instant(timestamp));
            json.WriteStartObject("data");
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
