using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Office.Changes;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>What a receiver is sent when an object has changed.</summary>
public sealed record ChangeMessage
{
    /// <summary>The resource and what has become of the object: <c>courses.changed</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>When the change happened; when it is sent, the header <c>webhook-timestamp</c> says.</summary>
    public DateTimeOffset Timestamp { get; init; }

    public ChangeMessageData Data { get; init; } = new();
}

/// <summary>The change and where to read the object, never its content.</summary>
public sealed record ChangeMessageData
{
    /// <summary>The position in the feed of changes.</summary>
    public long Position { get; init; }

    /// <summary>The resource, as the addresses name it: <c>employees</c>, <c>support-programmes</c>.</summary>
    public string Type { get; init; } = "";

    public ChangeKind Kind { get; init; }

    /// <summary>The object.</summary>
    public Guid Id { get; init; }

    /// <summary>Its revision after the change; it may have been changed again since.</summary>
    public int Version { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The code of the centre.</summary>
    public string Centre { get; init; } = "";

    /// <summary>What has happened, in the words of the field, e.g. <c>course-registered</c>; often empty.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Only with <c>keyChanged</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangedKeys? Keys { get; init; }

    /// <summary>The address at which the object can be read; null: it was deleted.</summary>
    public string? Href { get; init; }
}

/// <summary>What a receiver is sent by <c>PingWebhook</c>; it tells of no change.</summary>
public sealed record PingMessage
{
    public const string TypeName = "webhooks.ping";

    /// <summary>Always <c>webhooks.ping</c>.</summary>
    public string Type { get; init; } = TypeName;

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Timestamp { get; init; }

    public PingMessageData Data { get; init; } = new();
}

/// <summary>The subscription that is checked.</summary>
public sealed record PingMessageData
{
    /// <summary>The subscription.</summary>
    public Guid Id { get; init; }

    /// <summary>The code of the centre.</summary>
    public string Centre { get; init; } = "";

    /// <summary>The address of the subscription.</summary>
    public string Href { get; init; } = "";
}

/// <summary>The headers of every message (Standard Webhooks).</summary>
public static class WebhookHeaders
{
    public const string Id = "webhook-id";
    public const string Timestamp = "webhook-timestamp";
    public const string Signature = "webhook-signature";
}
