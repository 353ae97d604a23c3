using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>What may change of a subscription.</summary>
public sealed record WebhookChangeBody : WebhookBody
{
    /// <summary><c>paused</c> ends deliveries; <c>active</c> goes on where they ended.</summary>
    public required WebhookState State { get; init; }
}
