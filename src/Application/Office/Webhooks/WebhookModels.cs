using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Webhook subscription, without its secret.</summary>
public record WebhookDetails : DetailsModel
{
    public string Name { get; init; } = "";

    public string? Description { get; init; }

    /// <summary>Where messages go.</summary>
    public string Url { get; init; } = "";

    /// <summary>Types of objects that it is notified of; empty: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    public WebhookState State { get; init; }

    /// <summary>Why it is paused; null: it is not.</summary>
    public WebhookPauseReason? PauseReason { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public DateTimeOffset SecretMadeAt { get; init; }

    /// <summary>Until then messages also bear the signature of the previous secret; null: there is none.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>Changes that were no longer kept when they were due; null: none.</summary>
    public WebhookGap? Gap { get; init; }

    /// <summary>How far it has come. Not part of the revision.</summary>
    public WebhookProgress Progress { get; init; } = new();
}

/// <summary>Positions that were never delivered, since the log no longer held them.</summary>
public sealed record WebhookGap
{
    public long From { get; init; }

    public long To { get; init; }

    public DateTimeOffset NotedAt { get; init; }
}

/// <summary>How far a subscription has come.</summary>
public sealed record WebhookProgress
{
    /// <summary>Changes up to this position have been taken up for delivery.</summary>
    public long Position { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>The first failure that no success has followed; null: the last delivery succeeded.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public int FailuresInRow { get; init; }

    /// <summary>Where the period that is being sent again continues; null: there is none.</summary>
    public long? ReplayPosition { get; init; }

    /// <summary>Last position of that period.</summary>
    public long? ReplayTo { get; init; }
}

/// <summary>A new subscription with its secret, which is shown this once.</summary>
public sealed record RegisteredWebhook : WebhookDetails
{
    /// <summary><c>whsec_</c> and the key in base64, by which the receiver checks <c>webhook-signature</c>.</summary>
    public string Secret { get; init; } = "";
}

/// <summary>A subscription in a list.</summary>
public sealed record WebhookListItem
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Url { get; init; } = "";

    public IReadOnlyList<string> Types { get; init; } = [];

    public WebhookState State { get; init; }

    public WebhookPauseReason? PauseReason { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public int Version { get; init; }
}

/// <summary>A new secret, shown this once.</summary>
public sealed record IssuedWebhookSecret : DetailsModel
{
    /// <summary><c>whsec_</c> and the key in base64.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Until then messages also bear the signature of the previous secret.</summary>
    public DateTimeOffset PreviousSecretUntil { get; init; }
}

/// <summary>The outcome of a test message.</summary>
public sealed record WebhookPing
{
    /// <summary>The receiver has taken it.</summary>
    public bool Delivered { get; init; }

    /// <summary>The message, as the receiver saw it in <c>webhook-id</c>.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>HTTP status of the answer; null: there was none.</summary>
    public int? Status { get; init; }

    /// <summary>What went wrong; null: nothing.</summary>
    public WebhookFailure? Failure { get; init; }

    public int Milliseconds { get; init; }
}

/// <summary>Delivery of one change.</summary>
public sealed record WebhookDeliveryModel
{
    public Guid Id { get; init; }

    /// <summary>Position of the change in the log.</summary>
    public long Position { get; init; }

    /// <summary>Type of the changed object.</summary>
    public string Type { get; init; } = "";

    public Guid SubjectId { get; init; }

    /// <summary>Revision of the object after the change.</summary>
    public int SubjectVersion { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public WebhookDeliveryState State { get; init; }

    public int Attempts { get; init; }

    /// <summary>When it is due; null: it is not pending.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>HTTP status of the last answer; null: there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>What went wrong the last time; null: nothing.</summary>
    public WebhookFailure? LastFailure { get; init; }

    public int? LastMilliseconds { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>A period that is being sent again.</summary>
public sealed record WebhookReplay
{
    public long FromPosition { get; init; }

    public long ToPosition { get; init; }

    /// <summary>Changes of the period that the subscription is notified of.</summary>
    public int Changes { get; init; }

    /// <summary>Positions of the period before this one are no longer kept; null: all are.</summary>
    public long? KeptFrom { get; init; }
}

internal sealed class WebhookProjections : Profile
{
    public WebhookProjections()
    {
        CreateProjection<WebhookSubscription, WebhookDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Gap,
                options =>
                    options.MapFrom(subscription =>
                        subscription.GapNotedAt == null
                            ? null
                            : new WebhookGap
                            {
                                From = subscription.GapFrom!.Value,
                                To = subscription.GapTo!.Value,
                                NotedAt = subscription.GapNotedAt!.Value,
                            }
                    )
            )
            .ForMember(
                model => model.Progress,
                options =>
                    options.MapFrom(subscription => new WebhookProgress
                    {
                        Position = subscription.Position,
                        LastSuccessAt = subscription.LastSuccessAt,
                        FailingSince = subscription.FailingSince,
                        FailuresInRow = subscription.FailuresInRow,
                        ReplayPosition = subscription.ReplayPosition,
                        ReplayTo = subscription.ReplayTo,
                    })
            );
        CreateProjection<WebhookSubscription, WebhookListItem>();
        CreateProjection<WebhookDelivery, WebhookDeliveryModel>();
    }
}

internal static class WebhookWarnings
{
    private static readonly Warning Gone = new Warning("webhook.paused-gone");
    private static readonly Warning Dead = new Warning("webhook.paused-failing");
    private static readonly Warning Failing = new Warning("webhook.failing");
    private static readonly Warning Gap = new Warning("webhook.gap");

    /// <summary>What an administrator should know who looks at a subscription.</summary>
    public static Warning[] Of(WebhookDetails details)
    {
        List<Warning> warnings = [];
        if (details.PauseReason is WebhookPauseReason.Gone or WebhookPauseReason.Failing)
        {
            warnings.Add(details.PauseReason == WebhookPauseReason.Gone ? Gone : Dead);
        }
        else if (details.State == WebhookState.Active && details.Progress.FailingSince is not null)
        {
            warnings.Add(Failing.With("failures", details.Progress.FailuresInRow));
        }

        if (details.Gap is { } gap)
        {
            warnings.Add(Gap.With("from", gap.From).With("to", gap.To));
        }

        return [.. warnings];
    }
}
