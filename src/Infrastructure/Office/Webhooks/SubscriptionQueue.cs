using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>A delivery that waits, with the change that it tells of.</summary>
internal sealed record PendingDelivery(WebhookDelivery Row, ChangeEntry Change);

/// <summary>What is pending for one subscription, in memory of the instance that delivers.</summary>
/// <remarks>
/// Of each object only the first change is ever on its way; the next follows when that one was delivered or parked. So
/// the changes of one object arrive in their order, and those of different objects do not wait for each other. Not made
/// for several threads: the dispatcher alone uses it.
/// </remarks>
internal sealed class SubscriptionQueue(ActiveSubscription subscription)
{
    /// <summary>After so many failures in a row one request at a time is enough to learn whether it is back.</summary>
    private const int ProbeAfter = 5;

    /// <summary>That a receiver is well is written down so often.</summary>
    private static readonly TimeSpan NoteEvery = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, SortedList<long, PendingDelivery>> _bySubject = [];
    private readonly SortedSet<Head> _ready = [];
    private readonly HashSet<Guid> _known = [];

    private DateTimeOffset? _successNoted = subscription.LastSuccessAt;

    public ActiveSubscription Subscription { get; private set; } = subscription;

    /// <summary>False: it was paused or deleted, and nothing more is sent.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Changes up to this position have been taken up.</summary>
    public long Position { get; set; } = subscription.Position;

    /// <summary>What of it the database knows; the rest had nothing to deliver.</summary>
    public long SavedPosition { get; set; } = subscription.Position;

    /// <summary>Where the period to be sent again goes on, and its end; null: there is none.</summary>
    public (long Next, long To)? Replay { get; set; } = ReplayOf(subscription);

    /// <summary>Everything that is pending in the database is here.</summary>
    public bool IsComplete { get; set; }

    /// <summary>The receiver has asked to be left alone until then.</summary>
    public DateTimeOffset HoldUntil { get; set; }

    public DateTimeOffset? LastSuccessAt { get; private set; } = subscription.LastSuccessAt;

    public DateTimeOffset? FailingSince { get; private set; } = subscription.FailingSince;

    public int FailuresInRow { get; private set; } = subscription.FailuresInRow;

    /// <summary>Deliveries that wait or are on their way.</summary>
    public int Count => _known.Count;

    public int InFlight { get; private set; }

    public void Add(PendingDelivery delivery)
    {
        if (!_known.Add(delivery.Row.Id))
        {
            return;
        }

        if (!_bySubject.TryGetValue(delivery.Row.SubjectId, out var ofSubject))
        {
            _bySubject.Add(delivery.Row.SubjectId, ofSubject = []);
        }

        var first = ofSubject.Count > 0 ? ofSubject.Values[0] : null;
        ofSubject.Add(delivery.Row.Position, delivery);
        if (first is null)
        {
            _ready.Add(HeadOf(delivery));
        }
        else if (ReferenceEquals(ofSubject.Values[0], delivery) && _ready.Remove(HeadOf(first)))
        {
            // An earlier change of the same object, sent again: it goes first. One that is on its way is not called back.
            _ready.Add(HeadOf(delivery));
        }
    }

    /// <summary>Takes the next delivery that is due; null: there is none, or enough are on their way.</summary>
    public PendingDelivery? Take(DateTimeOffset now, int mostAtOnce)
    {
        if (NextDue(mostAtOnce) is not { } due || due > now)
        {
            return null;
        }

        var head = _ready.Min!;
        _ready.Remove(head);
        InFlight++;
        return head.Delivery;
    }

    /// <summary>When the next delivery may be taken; null: none waits, or enough are on their way.</summary>
    public DateTimeOffset? NextDue(int mostAtOnce)
    {
        var most = FailuresInRow >= ProbeAfter ? 1 : mostAtOnce;
        return InFlight >= most || _ready.Count == 0 ? null
            : _ready.Min!.Due < HoldUntil ? HoldUntil
            : _ready.Min!.Due;
    }

    /// <summary>A delivery is back: it has ended, or waits for its next attempt.</summary>
    public void Settle(PendingDelivery delivery)
    {
        InFlight--;
        var ofSubject = _bySubject[delivery.Row.SubjectId];
        if (delivery.Row.State != WebhookDeliveryState.Pending)
        {
            ofSubject.Remove(delivery.Row.Position);
            _known.Remove(delivery.Row.Id);
        }

        if (ofSubject.Count > 0)
        {
            _ready.Add(HeadOf(ofSubject.Values[0]));
        }
        else
        {
            _bySubject.Remove(delivery.Row.SubjectId);
        }
    }

    /// <summary>Takes over what others have changed; how far it has come is known here alone.</summary>
    public void Update(ActiveSubscription subscription)
    {
        IsComplete &= subscription.Requeues == Subscription.Requeues;
        Replay ??= ReplayOf(subscription);
        Subscription = subscription;
    }

    /// <returns>Is it worth writing down?</returns>
    public bool NoteSuccess(DateTimeOffset at)
    {
        var news = FailingSince is not null || _successNoted is not { } noted || at - noted >= NoteEvery;
        (LastSuccessAt, FailingSince, FailuresInRow) = (at, null, 0);
        if (news)
        {
            _successNoted = at;
        }

        return news;
    }

    /// <summary>
    /// After some failures in a row the receiver as a whole is left alone for a while, not each delivery by itself: what a
    /// dead receiver costs does not grow with what waits for it.
    /// </summary>
    public void NoteFailure(DateTimeOffset at, RetrySchedule schedule)
    {
        (FailingSince, FailuresInRow) = (FailingSince ?? at, FailuresInRow + 1);
        if (FailuresInRow >= ProbeAfter)
        {
            HoldUntil = at + schedule.Probe(FailuresInRow - ProbeAfter + 1);
        }
    }

    private static (long, long)? ReplayOf(ActiveSubscription subscription) =>
        subscription is { ReplayPosition: { } next, ReplayTo: { } to } ? (next, to) : null;

    private static Head HeadOf(PendingDelivery delivery) =>
        new(delivery.Row.NextAttemptAt ?? DateTimeOffset.MinValue, delivery.Row.Position, delivery);

    /// <summary>The first delivery of an object that none is on its way for.</summary>
    private sealed record Head(DateTimeOffset Due, long Position, PendingDelivery Delivery) : IComparable<Head>
    {
        public int CompareTo(Head? other) => (Due, Position).CompareTo((other!.Due, other.Position));
    }
}
