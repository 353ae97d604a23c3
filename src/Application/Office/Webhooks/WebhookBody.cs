namespace MethodCenter.Application.Office.Webhooks;

/// <summary>What is written on the card of a subscription.</summary>
public record WebhookBody
{
    /// <summary>Who is notified.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>
    /// The address that messages are sent to: <c>https</c>, without a user or a fragment, not within an internal
    /// network.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Types of objects, as the change feed names them: <c>employees</c>, <c>courses</c> …; empty: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}
