using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>What may change in a subscription.</summary>
public sealed record WebhookChangeBody : WebhookBody
{
    /// <summary><c>paused</c> stops deliveries; <c>active</c> resumes them where they stopped.</summary>
    public required WebhookState State { get; init; }
}
