using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Office.Webhooks;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>In order for each object, different objects beside each other, within bounds.</summary>
public sealed class SubscriptionQueueTests
{
    private const int Most = 8;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly WebhookAttempt Taken = new(Now, 200, null, 5);
    private static readonly WebhookAttempt NotTaken = new(Now, 503, WebhookFailure.Refused, 5);
    private static readonly RetrySchedule Schedule = new([5, 30, 120, 600, 3600], new Random(1));
    private readonly Guid[] _subjects = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];
    private readonly SubscriptionQueue _queue = new(Subscription());

    [Fact]
    public void Changes_of_one_object_follow_each_other()
    {
        var (first, second) = (Put(0, 1), Put(0, 2));

        Take().ShouldBe(first);
        Take().ShouldBeNull();
        Deliver(first);
        Take().ShouldBe(second);
    }

    [Fact]
    public void Different_objects_go_beside_each_other_in_the_order_of_their_changes()
    {
        var all = Enumerable.Range(0, 5).Select(subject => Put(subject, subject + 1)).ToList();

        Enumerable.Range(0, 5).Select(_ => Take()).ShouldBe(all);
        _queue.InFlight.ShouldBe(5);
    }

    [Fact]
    public void No_more_are_on_their_way_than_allowed()
    {
        for (var subject = 0; subject < 10; subject++)
        {
            Put(subject, subject + 1);
        }

        for (var sent = 0; sent < Most; sent++)
        {
            Take().ShouldNotBeNull();
        }

        Take().ShouldBeNull();
        _queue.NextDue(Most).ShouldBeNull("who waits for a place waits for no time");
    }

    [Fact]
    public void What_failed_waits_and_holds_back_its_own_object_alone()
    {
        var (first, other) = (Put(0, 1), Put(1, 3));
        Put(0, 2);
        Take().ShouldBe(first);
        first.Row.Postpone(NotTaken, Now.AddSeconds(5));
        _queue.Settle(first);

        Take().ShouldBe(other);
        Take().ShouldBeNull();
        _queue.NextDue(Most).ShouldBe(Now.AddSeconds(5));
        _queue.Take(Now.AddSeconds(5), Most).ShouldBe(first);
    }

    [Fact]
    public void Behind_a_parked_one_the_later_go_on()
    {
        var (first, second) = (Put(0, 1), Put(0, 2));
        Take();
        first.Row.Park(NotTaken);
        _queue.Settle(first);

        Take().ShouldBe(second);
        _queue.Count.ShouldBe(1);
    }

    [Fact]
    public void An_earlier_change_that_is_sent_again_goes_first()
    {
        var later = Put(0, 7);
        var earlier = Put(0, 3);

        Take().ShouldBe(earlier);
        Take().ShouldBeNull();
        Deliver(earlier);
        Take().ShouldBe(later);
    }

    [Fact]
    public void One_that_is_on_its_way_is_not_overtaken_by_an_earlier_one()
    {
        var later = Put(0, 7);
        Take().ShouldBe(later);
        var earlier = Put(0, 3);

        Take().ShouldBeNull();
        Deliver(later);
        Take().ShouldBe(earlier);
        Deliver(earlier);
        Take().ShouldBeNull();
        _queue.Count.ShouldBe(0);
    }

    [Fact]
    public void The_same_delivery_is_there_once()
    {
        var delivery = Put(0, 1);
        _queue.Add(delivery);

        _queue.Count.ShouldBe(1);
        Take().ShouldBe(delivery);
        Deliver(delivery);
        Take().ShouldBeNull();
    }

    [Fact]
    public void A_receiver_that_asks_to_be_left_alone_is()
    {
        var delivery = Put(0, 1);
        _queue.HoldUntil = Now.AddMinutes(1);

        Take().ShouldBeNull();
        _queue.NextDue(Most).ShouldBe(Now.AddMinutes(1));
        _queue.Take(Now.AddMinutes(1), Most).ShouldBe(delivery);
    }

    [Fact]
    public void A_receiver_that_keeps_failing_gets_one_request_at_a_time_until_it_is_back()
    {
        for (var subject = 0; subject < 10; subject++)
        {
            Put(subject, subject + 1);
        }

        for (var failure = 0; failure < 5; failure++)
        {
            _queue.NoteFailure(Now.AddSeconds(failure), Schedule);
        }

        Take().ShouldBeNull();
        var due = _queue.NextDue(Most).ShouldNotBeNull();
        due.ShouldBeInRange(Now.AddSeconds(8), Now.AddSeconds(9));
        var probe = _queue.Take(due, Most).ShouldNotBeNull();
        _queue.Take(due, Most).ShouldBeNull();
        (_queue.FailingSince, _queue.FailuresInRow).ShouldBe((Now, 5));

        Deliver(probe);
        _queue.NoteSuccess(Now).ShouldBeTrue();
        (_queue.FailingSince, _queue.FailuresInRow).ShouldBe((null, 0));
        _queue.Take(due, Most).ShouldNotBeNull();
        _queue.Take(due, Most).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void What_a_dead_receiver_costs_does_not_grow_with_what_waits_for_it(int waiting)
    {
        var queue = new SubscriptionQueue(Subscription());
        for (var subject = 0; subject < waiting; subject++)
        {
            queue.Add(Delivery(queue, Guid.CreateVersion7(), subject + 1));
        }

        var attempts = 0;
        for (var now = Now; now < Now.AddMinutes(15); now = now.AddSeconds(1))
        {
            while (queue.Take(now, 1) is { } taken)
            {
                attempts++;
                queue.NoteFailure(now, Schedule);
                taken.Row.Postpone(NotTaken, now + Schedule.Next(taken.Row.Attempts + 1, null)!.Value);
                queue.Settle(taken);
            }
        }

        // Five failures, and then 5 s, 30 s, 2 min and every 5 min.
        attempts.ShouldBeInRange(9, 13);
    }

    [Fact]
    public void That_all_is_well_is_written_down_now_and_then()
    {
        _queue.NoteSuccess(Now).ShouldBeTrue();
        _queue.NoteSuccess(Now.AddSeconds(1)).ShouldBeFalse();
        _queue.NoteSuccess(Now.AddSeconds(6)).ShouldBeTrue();
        _queue.LastSuccessAt.ShouldBe(Now.AddSeconds(6));
    }

    /// <summary>A random walk: whatever happens, each object gets its changes in order and everything ends.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_order_holds(int seed)
    {
        var random = new Random(seed);
        var (now, put, flying) = (Now, 0, new List<PendingDelivery>());
        var arrived = _subjects.ToDictionary(subject => subject, _ => new List<long>());
        while (put < 500 || _queue.Count > 0)
        {
            if (put < 500 && random.Next(3) == 0)
            {
                Put(random.Next(_subjects.Length), ++put);
            }

            if (_queue.Take(now, Most) is { } taken)
            {
                flying.Count(one => one.Row.SubjectId == taken.Row.SubjectId).ShouldBe(0);
                flying.Add(taken);
                var seen = arrived[taken.Row.SubjectId];
                if (seen.Count == 0 || seen[^1] != taken.Row.Position)
                {
                    seen.Add(taken.Row.Position);
                }
            }

            if (flying.Count > 0 && random.Next(2) == 0)
            {
                var back = flying[random.Next(flying.Count)];
                flying.Remove(back);
                switch (random.Next(10))
                {
                    case 0:
                        back.Row.Park(NotTaken);
                        break;
                    case < 5:
                        back.Row.Postpone(NotTaken, now.AddSeconds(random.Next(10)));
                        break;
                    default:
                        back.Row.Deliver(Taken);
                        break;
                }

                _queue.Settle(back);
            }

            now = now.AddSeconds(0.5);
        }

        arrived.Values.ShouldAllBe(positions => positions.SequenceEqual(positions.Order()));
        arrived.Values.Sum(positions => positions.Count).ShouldBe(500);
    }

    private PendingDelivery? Take() => _queue.Take(Now, Most);

    private void Deliver(PendingDelivery delivery)
    {
        delivery.Row.Deliver(Taken);
        _queue.Settle(delivery);
    }

    private PendingDelivery Put(int subject, long position)
    {
        var delivery = Delivery(_queue, _subjects[subject], position);
        _queue.Add(delivery);
        return delivery;
    }

    private static PendingDelivery Delivery(SubscriptionQueue queue, Guid subject, long position)
    {
        var change = new ChangeEntry
        {
            Position = position,
            Type = "courses",
            SubjectId = subject,
            Version = 1,
            OccurredAt = Now,
        };
        return new PendingDelivery(WebhookStore.Make(queue.Subscription, change, Now), change);
    }

    private static ActiveSubscription Subscription() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CentreId = Guid.CreateVersion7(),
            Centre = "test",
            Version = 1,
            Url = "https://site.example/",
            Types = [],
            Secret = [],
        };
}

/// <summary>When a delivery that failed is sent again.</summary>
public sealed class RetryScheduleTests
{
    private static readonly WebhookOptions Defaults = new();

    [Fact]
    public void The_schedule_of_the_service_lies_within_a_day_and_behind_the_pause()
    {
        Defaults
            .Schedule.Order()
            .SequenceEqual(Defaults.Schedule)
            .ShouldBeTrue("each wait is longer than the one before");
        var sum = TimeSpan.FromSeconds(Defaults.Schedule.Sum());
        sum.ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(24));

        // A receiver that is away is paused before the first delivery is given up, also where chance cuts every wait.
        TimeSpan.FromHours(Defaults.PauseAfterHours).ShouldBeLessThan(sum * 0.8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Waits_are_cut_by_a_fifth_at_most_and_never_longer(int seed)
    {
        var schedule = new RetrySchedule([5, 30, 120], new Random(seed));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var whole = new[] { 5, 30, 120 }[attempt - 1];
            var wait = schedule.Next(attempt, null)!.Value.TotalSeconds;
            wait.ShouldBeInRange(whole * 0.8, whole);
        }

        schedule.Next(4, null).ShouldBeNull();
    }

    [Fact]
    public void Waits_of_deliveries_that_failed_together_differ()
    {
        var schedule = new RetrySchedule([3600], new Random(7));

        Enumerable.Range(0, 20).Select(_ => schedule.Next(1, null)).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public void What_the_receiver_asks_for_holds_if_it_is_longer_and_no_more_than_a_day()
    {
        var schedule = new RetrySchedule([10], new Random(7));

        schedule.Next(1, TimeSpan.FromSeconds(60)).ShouldBe(TimeSpan.FromSeconds(60));
        schedule.Next(1, TimeSpan.FromSeconds(1))!.Value.TotalSeconds.ShouldBeInRange(8, 10);
        schedule.Next(1, TimeSpan.FromDays(30)).ShouldBe(TimeSpan.FromDays(1));
        schedule.Next(2, TimeSpan.FromSeconds(60)).ShouldBeNull("the attempts are used up");
    }
}
