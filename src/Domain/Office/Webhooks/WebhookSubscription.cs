namespace MethodCenter.Domain.Office.Webhooks;

/// <summary>
/// Webhook subscription: a neighbouring system that is notified of every change, by a signed request to its address.
/// </summary>
/// <remarks>
/// It belongs to the whole centre. It receives the change and never personal data, so it may receive every type that an
/// administrator of the centre may read. Members under «how far it has come» are written by the dispatcher, outside of
/// the revisions.
/// </remarks>
public sealed class WebhookSubscription : AggregateRoot, IHeld
{
    public const int NameMaxLength = 100;
    public const int DescriptionMaxLength = 500;
    public const int UrlMaxLength = 500;
    public const int TypeMaxLength = 40;
    public const int MostTypes = 40;
    public const int TypesMaxLength = 1000;
    public const int SecretMaxLength = 1000;

    /// <summary>Subscriptions of one centre.</summary>
    public const int MostOfCentre = 50;

    private WebhookSubscription() { }

    public string Name { get; private set; } = null!;

    /// <summary>Normal form of the name, for sorting.</summary>
    public string NameKey { get; private set; } = null!;

    public string? Description { get; private set; }

    /// <summary>
    /// Where messages go. Its query may hold a password of the receiver, so the audit does not keep it.
    /// </summary>
    [PersonalData]
    public string Url { get; private set; } = null!;

    /// <summary>Types of objects that it is notified of, e.g. <c>employees</c>; empty: all.</summary>
    public IReadOnlyList<string> Types { get; private set; } = [];

    public WebhookState State { get; private set; }

    /// <summary>Why it is paused; null: it is not.</summary>
    public WebhookPauseReason? PauseReason { get; private set; }

    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The secret by which messages are signed, protected by the service's key ring.</summary>
    [PersonalData]
    public byte[] Secret { get; private set; } = null!;

    public DateTimeOffset SecretMadeAt { get; private set; }

    /// <summary>The secret before; messages bear its signature too until <see cref="PreviousSecretUntil"/>.</summary>
    [PersonalData]
    public byte[]? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    /// <summary>First position that was no longer kept when it was due; null: nothing was missed.</summary>
    public long? GapFrom { get; private set; }

    /// <summary>Last position of the gap.</summary>
    public long? GapTo { get; private set; }

    public DateTimeOffset? GapNotedAt { get; private set; }

    // How far it has come.

    /// <summary>Changes up to this position have been taken up.</summary>
    public long Position { get; private set; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    /// <summary>The first of the failures that no success has followed; null: the last delivery succeeded.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public int FailuresInRow { get; private set; }

    /// <summary>Next position of a period that is sent again; null: none is.</summary>
    public long? ReplayPosition { get; private set; }

    /// <summary>Last position of that period.</summary>
    public long? ReplayTo { get; private set; }

    /// <summary>Rises when deliveries were put back, so that the dispatcher looks for them.</summary>
    public int Requeues { get; private set; }

    /// <param name="position">The present end of the changes: it hears of what comes after.</param>
    public static WebhookSubscription Register(WebhookCard card, byte[] secret, long position, DateTimeOffset now)
    {
        var subscription = new WebhookSubscription
        {
            Secret = secret,
            SecretMadeAt = now,
            Position = position,
        };
        subscription.UpdateCard(card);
        return subscription;
    }

    public void UpdateCard(WebhookCard card)
    {
        (Name, Description, Url) = (card.Name, card.Description, card.Url);
        NameKey = SearchText.Normalize(card.Name);
        IReadOnlyList<string> types = [.. card.Types.Distinct().Order(StringComparer.Ordinal)];
        if (!types.SequenceEqual(Types))
        {
            Types = types;
        }
    }

    /// <summary>Ends deliveries until it is resumed; what is to be delivered stays so.</summary>
    public void Pause(WebhookPauseReason reason, DateTimeOffset now)
    {
        if (State == WebhookState.Active)
        {
            (State, PauseReason, PausedAt) = (WebhookState.Paused, reason, now);
        }
    }

    /// <summary>Goes on where it stopped, as if it had never failed. A gap that was noted is known by now.</summary>
    public void Resume()
    {
        if (State == WebhookState.Paused)
        {
            (State, PauseReason, PausedAt) = (WebhookState.Active, null, null);
            (FailingSince, FailuresInRow) = (null, 0);
            (GapFrom, GapTo, GapNotedAt) = (null, null, null);
        }
    }

    /// <summary>Takes another secret; the old one signs beside it until it ends.</summary>
    public void RotateSecret(byte[] secret, DateTimeOffset now, TimeSpan overlap)
    {
        (PreviousSecret, PreviousSecretUntil) = (Secret, now + overlap);
        (Secret, SecretMadeAt) = (secret, now);
    }

    /// <summary>Notes that changes were dropped from the log before they were delivered.</summary>
    public void NoteGap(long from, long to, DateTimeOffset now)
    {
        (GapFrom, GapTo, GapNotedAt) = (GapFrom ?? from, to, now);
        Position = Math.Max(Position, to);
    }

    /// <summary>Whether it is notified of this type.</summary>
    public bool Takes(string type) => Types.Count == 0 || Types.Contains(type);
}

/// <summary>What is written on the card of a subscription.</summary>
public sealed record WebhookCard(string Name, string? Description, string Url, IReadOnlyList<string> Types);

/// <summary>Whether messages are sent.</summary>
public enum WebhookState
{
    /// <summary>Being delivered.</summary>
    Active,

    /// <summary>Paused.</summary>
    Paused,
}

/// <summary>Why a subscription was paused.</summary>
public enum WebhookPauseReason
{
    /// <summary>Paused by an administrator.</summary>
    ByHand,

    /// <summary>The receiver answered 410: the address no longer exists.</summary>
    Gone,

    /// <summary>The receiver has not accepted messages for too long.</summary>
    Failing,
}
