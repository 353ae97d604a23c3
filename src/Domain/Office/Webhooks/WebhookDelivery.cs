namespace MethodCenter.Domain.Office.Webhooks;

/// <summary>Доставка: one change on its way to one subscription.</summary>
/// <remarks>
/// A row of the service itself: the dispatcher makes it, sends it until it is delivered or given up, and notes how that
/// went. There is one for each change and subscription; sent again by request, it is the same one.
/// </remarks>
public sealed class WebhookDelivery : Entity
{
    private WebhookDelivery() { }

    public Guid SubscriptionId { get; private init; }

    /// <summary>Position of the change in the log.</summary>
    public long Position { get; private init; }

    /// <summary>Type of the changed object, e.g. <c>employees</c>.</summary>
    public string Type { get; private init; } = null!;

    public Guid SubjectId { get; private init; }

    /// <summary>Revision of the object after the change.</summary>
    public int SubjectVersion { get; private init; }

    public DateTimeOffset OccurredAt { get; private init; }

    public WebhookDeliveryState State { get; private set; }

    /// <summary>Requests that have ended, since it was last put into the queue.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is due; null: it is no longer pending.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>HTTP status of the last answer; null: there was none.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>What went wrong the last time; null: nothing.</summary>
    public WebhookFailure? LastFailure { get; private set; }

    /// <summary>How long the last request took.</summary>
    public int? LastMilliseconds { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public static WebhookDelivery Make(Guid subscriptionId, WebhookChange change, DateTimeOffset now) =>
        new()
        {
            SubscriptionId = subscriptionId,
            Position = change.Position,
            Type = change.Type,
            SubjectId = change.SubjectId,
            SubjectVersion = change.Version,
            OccurredAt = change.OccurredAt,
            NextAttemptAt = now,
        };

    /// <summary>The receiver has taken it.</summary>
    public void Deliver(WebhookAttempt attempt)
    {
        Note(attempt);
        (State, DeliveredAt, NextAttemptAt) = (WebhookDeliveryState.Delivered, attempt.EndedAt, null);
    }

    /// <summary>It was not taken and will be sent again.</summary>
    public void Postpone(WebhookAttempt attempt, DateTimeOffset nextAttemptAt)
    {
        Note(attempt);
        NextAttemptAt = nextAttemptAt;
    }

    /// <summary>It was not taken, and no further attempt is made unless somebody asks for it.</summary>
    public void Park(WebhookAttempt attempt)
    {
        Note(attempt);
        (State, NextAttemptAt) = (WebhookDeliveryState.Parked, null);
    }

    /// <summary>Puts it back into the queue, as if it had never been sent.</summary>
    public Result<Nothing> Requeue(DateTimeOffset now)
    {
        if (State == WebhookDeliveryState.Pending)
        {
            return WebhookErrors.DeliveryPending;
        }

        (State, Attempts, NextAttemptAt, DeliveredAt) = (WebhookDeliveryState.Pending, 0, now, null);
        return Nothing.Done;
    }

    private void Note(WebhookAttempt attempt)
    {
        Attempts++;
        (LastAttemptAt, LastStatus) = (attempt.EndedAt, attempt.Status);
        (LastFailure, LastMilliseconds) = (attempt.Failure, attempt.Milliseconds);
    }
}

/// <summary>What a delivery keeps of the change that it tells of.</summary>
public sealed record WebhookChange(long Position, string Type, Guid SubjectId, int Version, DateTimeOffset OccurredAt);

/// <summary>How one request to a receiver ended.</summary>
/// <param name="EndedAt">When.</param>
/// <param name="Status">HTTP status of the answer; null: there was none.</param>
/// <param name="Failure">What went wrong; null: the receiver has taken it.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record WebhookAttempt(DateTimeOffset EndedAt, int? Status, WebhookFailure? Failure, int Milliseconds);

/// <summary>Where a delivery stands.</summary>
public enum WebhookDeliveryState
{
    /// <summary>Waits for delivery.</summary>
    Pending,

    /// <summary>Delivered.</summary>
    Delivered,

    /// <summary>Parked: all attempts are exhausted.</summary>
    Parked,
}

/// <summary>What went wrong with a request to a receiver.</summary>
public enum WebhookFailure
{
    /// <summary>The host name was not found.</summary>
    NameNotFound,

    /// <summary>The address is forbidden: an internal network.</summary>
    AddressForbidden,

    /// <summary>No connection was made.</summary>
    NotConnected,

    /// <summary>No secure connection was made.</summary>
    TlsFailed,

    /// <summary>No answer within the time limit.</summary>
    TimedOut,

    /// <summary>The connection broke.</summary>
    Broken,

    /// <summary>The answer was a redirection, which the service does not follow.</summary>
    Redirected,

    /// <summary>The answer was a refusal.</summary>
    Refused,

    /// <summary>Answer 410: the address no longer exists.</summary>
    Gone,

    /// <summary>The secret cannot be read.</summary>
    SecretUnreadable,

    /// <summary>The change is no longer in the log.</summary>
    ChangeDropped,
}
