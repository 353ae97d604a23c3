using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Bodies of messages: the change and where to read the object, never its content.</summary>
internal static class WebhookMessages
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new InstantJson() },
    };

    /// <summary>The value of <c>webhook-id</c>: the same however often the delivery is sent.</summary>
    public static string IdOf(Guid deliveryId) => $"msg_{deliveryId:N}";

    public static byte[] Of(ChangeEntry change, string centre) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new ChangeMessage
            {
                Type = $"{change.Type}.{JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString())}",
                Timestamp = change.OccurredAt,
                Data = new ChangeMessageData
                {
                    Position = change.Position!.Value,
                    Type = change.Type,
                    Kind = change.Kind,
                    Id = change.SubjectId,
                    Version = change.Version,
                    OccurredAt = change.OccurredAt,
                    Centre = centre,
                    Events = change.Events?.Split(',') ?? [],
                    Keys = change.Keys is { } keys ? JsonSerializer.Deserialize<ChangedKeys>(keys, Options) : null,
                    Href = AddressOf(change),
                },
            },
            Options
        );

    /// <summary>A message that tells of no change.</summary>
    public static byte[] Ping(Guid subscriptionId, string centre, DateTimeOffset now) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new PingMessage
            {
                Timestamp = now,
                Data = new PingMessageData
                {
                    Id = subscriptionId,
                    Centre = centre,
                    Href = $"{ChangeTypes.ApiBase}/webhooks/{subscriptionId}",
                },
            },
            Options
        );

    /// <summary>Where the object is read, as the feed says it; null: it is deleted.</summary>
    private static string? AddressOf(ChangeEntry change) =>
        change.Kind == ChangeKind.Deleted
            ? null
            : ChangeTypes.Find(change.Type)?.AddressOf(change.SubjectId, change.ParentId);

    /// <summary>Instants in UTC with Z, to the millisecond, as in the answers of the service.</summary>
    private sealed class InstantJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            );
    }
}
