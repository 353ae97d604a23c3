using MethodCenter.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace MethodCenter.Api.Tests.Office.Webhooks;

/// <summary>Receivers that do not take messages: parked, postponed, paused; and sent again.</summary>
public sealed class FailureTests
{
    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task After_the_last_attempt_a_delivery_is_parked_and_the_later_go_on(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.StartAsync(provider, retries: [0, 0]);
        Guid? poison = null;
        scenario.Receiver.Answer = (arrival, _, http) =>
        {
            http.Response.StatusCode = arrival.Version == 2 ? 400 : 200;
            poison ??= arrival.Subject;
            return Task.CompletedTask;
        };
        var webhook = await scenario.SubscribeAsync("organisations");

        await scenario.ChangeAsync(1, 3);
        await scenario.UntilDeliveredAsync();

        scenario.Receiver.Arrivals.Select(one => one.Version).ShouldBe([1, 2, 2, 2, 3]);
        scenario.Receiver.Arrivals.Select(one => one.Id).Distinct().Count().ShouldBe(3, "one id for all attempts");
        var parked = (await scenario.DeliveriesAsync(webhook.Id, "state=parked")).ShouldHaveSingleItem();
        ((int)parked["attempts"]!).ShouldBe(3);
        ((int)parked["lastStatus"]!).ShouldBe(400);
        ((string?)parked["lastFailure"]).ShouldBe("refused");
        ((int)parked["subjectVersion"]!).ShouldBe(2);
        (await scenario.DeliveriesAsync(webhook.Id, "state=delivered")).Count.ShouldBe(2);
        (await scenario.DeliveriesAsync(webhook.Id, $"subjectId={poison}")).Count.ShouldBe(3);
        (await scenario.DeliveriesAsync(webhook.Id, $"subjectId={Guid.NewGuid()}")).ShouldBeEmpty();
        var later = scenario.Time.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        (await scenario.DeliveriesAsync(webhook.Id, $"from={later}")).ShouldBeEmpty();
        (await scenario.DeliveriesAsync(webhook.Id, $"to={later}")).Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_parked_delivery_is_sent_again_under_its_id(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.StartAsync(provider, retries: [0]);
        scenario.Receiver.Answer = Answers(500);
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(1, 1);
        await scenario.UntilDeliveredAsync();
        var delivery = (await scenario.DeliveriesAsync(webhook.Id)).ShouldHaveSingleItem();
        var replay = $"/webhooks/{webhook.Id}/deliveries/{delivery["id"]}/replay";

        scenario.Receiver.Answer = Answers(200);
        var answer = (await scenario.Api.PostAsync(replay)).Expect(HttpStatusCode.OK);
        await scenario.UntilDeliveredAsync();

        ((string?)answer["state"]).ShouldBe("pending");
        ((int)answer["attempts"]!).ShouldBe(0);
        scenario.Receiver.Arrivals.Count.ShouldBe(3);
        scenario.Receiver.Arrivals.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
        var state = (await scenario.DeliveriesAsync(webhook.Id)).ShouldHaveSingleItem();
        ((string?)state["state"]).ShouldBe("delivered");
        (await scenario.Api.GetAsync($"/audit?subjectId={webhook.Id}&useCase=ReplayDelivery")).Json!["items"]!
            .AsArray()
            .ShouldHaveSingleItem();
        var nowhere = await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/deliveries/{Guid.NewGuid()}/replay");
        nowhere.ErrorCode.ShouldBe("webhook.delivery-not-found");
    }

    [Fact]
    public async Task A_pending_delivery_or_one_of_a_dropped_change_is_not_sent_again()
    {
        await using var scenario = await WebhookScenario.StartAsync(retries: [3600]);
        scenario.Receiver.Answer = Answers(500);
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(1, 1);
        await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! == 1);
        var delivery = (await scenario.DeliveriesAsync(webhook.Id)).ShouldHaveSingleItem();
        var replay = $"/webhooks/{webhook.Id}/deliveries/{delivery["id"]}/replay";

        (await scenario.Api.PostAsync(replay)).ErrorCode.ShouldBe("webhook.delivery-pending");

        scenario.Receiver.Answer = Answers(200);
        scenario.Time.Advance(TimeSpan.FromHours(2));
        await scenario.UntilDeliveredAsync();
        await scenario.Service.Database.QueryAsync("DELETE FROM changes WHERE position IS NOT NULL");
        (await scenario.Api.PostAsync(replay)).ErrorCode.ShouldBe("webhook.change-dropped");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_period_is_sent_again_with_what_was_never_delivered(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.StartAsync(
            provider,
            settings: new Dictionary<string, string?> { ["Webhooks:Window"] = "8" }
        );
        var before = await scenario.ChangeAsync(3, 2);
        await scenario.Service.UntilToldAsync(Cancel);
        var webhook = await scenario.SubscribeAsync("organisations");
        var after = await scenario.ChangeAsync(10, 2);
        await scenario.UntilDeliveredAsync();
        var first = scenario.Receiver.Arrivals.Count;
        first.ShouldBe(20);

        var all = (await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/replay", new { fromPosition = 1 })).Expect(
            HttpStatusCode.OK
        );
        await scenario.UntilAsync(webhook.Id, answer => answer["progress.replayTo"] is null);
        await scenario.UntilDeliveredAsync();

        // The organisations of before the subscription too.
        ((int)all["changes"]!).ShouldBe(26);
        var again = scenario.Receiver.Arrivals.Skip(first).ToList();
        again.Count.ShouldBe(26);
        WebhookScenario.ShouldHaveAll(again, before.Concat(after).ToDictionary());
        again
            .Select(one => one.Id)
            .Intersect(scenario.Receiver.Arrivals.Take(first).Select(one => one.Id))
            .Count()
            .ShouldBe(20, "what was delivered keeps its id");
        (await scenario.DeliveriesAsync(webhook.Id)).Count.ShouldBe(26);
    }

    [Fact]
    public async Task Periods_by_positions_and_by_instants()
    {
        await using var scenario = await WebhookScenario.StartAsync();
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(2, 1);
        await scenario.UntilDeliveredAsync();
        var between = scenario.Time.GetUtcNow().AddMinutes(30);
        scenario.Time.Advance(TimeSpan.FromHours(1));
        await scenario.ChangeAsync(3, 1);
        await scenario.UntilDeliveredAsync();
        var positions = scenario.Receiver.Arrivals.Select(one => one.Position).Order().ToList();

        await ReplayAsync(new { from = between }, positions[2..]);
        await ReplayAsync(new { from = between.AddHours(-1), to = between }, positions[..2]);
        await ReplayAsync(new { fromPosition = positions[1], toPosition = positions[3] }, positions[1..4]);
        var nothing = await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/replay", new { from = between.AddDays(1) });
        ((int)nothing.Expect(HttpStatusCode.OK)["changes"]!).ShouldBe(0);

        async Task ReplayAsync(object period, List<long> expected)
        {
            var seen = scenario.Receiver.Arrivals.Count;
            var answer = await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/replay", period);
            ((int)answer.Expect(HttpStatusCode.OK)["changes"]!).ShouldBe(expected.Count);
            await scenario.UntilAsync(webhook.Id, details => details["progress.replayTo"] is null);
            await scenario.UntilDeliveredAsync();
            scenario.Receiver.Arrivals.Skip(seen).Select(one => one.Position).Order().ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("{}", "webhook.period-unclear")]
    [InlineData("""{"toPosition":5}""", "webhook.period-unclear")]
    [InlineData("""{"to":"2026-11-22T09:00:00Z"}""", "webhook.period-unclear")]
    [InlineData("""{"fromPosition":1,"from":"2026-11-22T09:00:00Z"}""", "webhook.period-unclear")]
    [InlineData("""{"fromPosition":1,"to":"2026-11-22T09:00:00Z"}""", "webhook.period-unclear")]
    [InlineData("""{"fromPosition":5,"toPosition":4}""", "webhook.period-reversed")]
    [InlineData("""{"from":"2026-11-22T09:00:00Z","to":"2026-11-22T09:00:00Z"}""", "webhook.period-reversed")]
    [InlineData("""{"fromPosition":0}""", "request.invalid")]
    public async Task Periods_that_are_refused(string body, string code)
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var webhook = await scenario.SubscribeUrlAsync("https://site.example/");

        (await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/replay", body)).ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task One_period_at_a_time()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(1, 1);
        await scenario.UntilDeliveredAsync();
        await scenario.PatchAsync(webhook.Id, new { state = "paused" });
        var replay = $"/webhooks/{webhook.Id}/replay";

        (await scenario.Api.PostAsync(replay, new { fromPosition = 1 })).Expect(HttpStatusCode.OK);
        (await scenario.Api.PostAsync(replay, new { fromPosition = 1 })).ErrorCode.ShouldBe("webhook.replay-running");

        await scenario.PatchAsync(webhook.Id, new { state = "active" });
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 2, Cancel);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Gone_pauses_at_once_and_what_waits_goes_on_when_it_is_resumed(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.SharedAsync(provider);
        scenario.Receiver.Answer = Answers(410);
        var webhook = await scenario.SubscribeAsync("organisations");
        var made = await scenario.ChangeAsync(1, 2);

        var paused = await scenario.UntilAsync(webhook.Id, answer => (string?)answer["state"] == "paused");

        ((string?)paused["pauseReason"]).ShouldBe("gone");
        paused["pausedAt"].ShouldNotBeNull();
        paused["warnings"]!.AsArray().Select(one => (string?)one!["code"]).ShouldBe(["webhook.paused-gone"]);
        var tries = scenario.Receiver.Arrivals.Count;
        tries.ShouldBe(1);
        (await scenario.DeliveriesAsync(webhook.Id, "state=parked")).ShouldBeEmpty();
        (await scenario.Api.GetAsync($"/audit?subjectId={webhook.Id}&useCase=WebhookDispatcher")).Json!["items"]!
            .AsArray()
            .ShouldHaveSingleItem();

        scenario.Receiver.Answer = Answers(200);
        var resumed = await scenario.PatchAsync(webhook.Id, new { state = "active" });
        await scenario.UntilDeliveredAsync();

        resumed["pauseReason"].ShouldBeNull();
        WebhookScenario.ShouldHaveAll([.. scenario.Receiver.Arrivals.Skip(tries)], made);
        (await scenario.GetAsync(webhook.Id))["warnings"].ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_receiver_that_only_fails_is_paused_after_hours_and_nothing_is_parked(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.StartAsync(provider, retries: [3600, 36000, 36000]);
        scenario.Receiver.Answer = Answers(503);
        var webhook = await scenario.SubscribeAsync("organisations");
        var made = await scenario.ChangeAsync(2, 2);
        var failing = await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! == 2);
        failing["warnings"]!.AsArray().Select(one => (string?)one!["code"]).ShouldBe(["webhook.failing"]);

        scenario.Time.Advance(TimeSpan.FromHours(19));
        var paused = await scenario.UntilAsync(webhook.Id, answer => (string?)answer["state"] == "paused");

        ((string?)paused["pauseReason"]).ShouldBe("failing");
        paused["warnings"]!.AsArray().Select(one => (string?)one!["code"]).ShouldBe(["webhook.paused-failing"]);
        (await scenario.DeliveriesAsync(webhook.Id, "state=parked")).ShouldBeEmpty();
        scenario.Receiver.Answer = Answers(200);
        var tries = scenario.Receiver.Arrivals.Count;
        await scenario.PatchAsync(webhook.Id, new { state = "active" });
        await scenario.UntilDeliveredAsync();
        WebhookScenario.ShouldHaveAll([.. scenario.Receiver.Arrivals.Skip(tries)], made);
        var well = await scenario.GetAsync(webhook.Id);
        ((int)well["progress.failuresInRow"]!).ShouldBe(0);
        well["progress.failingSince"].ShouldBeNull();
    }

    [Fact]
    public async Task Many_failures_in_a_row_pause_too_but_not_within_an_hour()
    {
        await using var scenario = await WebhookScenario.StartAsync(
            settings: new Dictionary<string, string?> { ["Webhooks:PauseAfterFailures"] = "5" }
        );
        scenario.Receiver.Answer = Answers(500);
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(1, 1);

        var failing = await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! >= 10);
        ((string?)failing["state"]).ShouldBe("active");
        scenario.Time.Advance(TimeSpan.FromMinutes(61));

        var paused = await scenario.UntilAsync(webhook.Id, answer => (string?)answer["state"] == "paused");
        ((string?)paused["pauseReason"]).ShouldBe("failing");
    }

    [Fact]
    public async Task Retry_After_holds_the_whole_receiver()
    {
        await using var scenario = await WebhookScenario.StartAsync();
        scenario.Receiver.Answer = (_, _, http) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };
        var webhook = await scenario.SubscribeAsync("organisations");
        var before = scenario.Time.GetUtcNow();
        await scenario.ChangeAsync(1, 1);
        await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! == 1);
        scenario.Receiver.Answer = Answers(200);
        await scenario.ChangeAsync(3, 1);
        await scenario.Service.UntilToldAsync(Cancel);
        await scenario.UntilAsync(webhook.Id, answer => (long)answer["progress.position"]! > 0);
        await Patience.UntilAsync(
            async () => (await scenario.DeliveriesAsync(webhook.Id)).Count >= 4,
            "four deliveries stand in the queue",
            Cancel
        );

        scenario.Receiver.Arrivals.Count.ShouldBe(1);
        var waiting = (await scenario.DeliveriesAsync(webhook.Id))[0];
        ((DateTimeOffset)waiting["nextAttemptAt"]!)
            .AddSeconds(-600)
            .ShouldBeInRange(before.AddMilliseconds(-1), scenario.Time.GetUtcNow());
        scenario.Time.Advance(TimeSpan.FromSeconds(700));
        await scenario.UntilDeliveredAsync();
        scenario.Receiver.Arrivals.Count.ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_subscription_that_is_deleted_takes_its_deliveries_along(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.StartAsync(provider, retries: [3600]);
        scenario.Receiver.Answer = Answers(500);
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(5, 2);
        await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! >= 5);

        var present = await scenario.GetAsync(webhook.Id);
        (await scenario.Api.DeleteAsync($"/webhooks/{webhook.Id}", ("If-Match", present.ETag))).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        await using var other = await WebhookReceiver.StartAsync();
        await scenario.Service.UntilToldAsync(Cancel);
        await scenario.SubscribeUrlAsync(other.Url, "organisations");
        scenario.Receiver.Answer = Answers(200);
        scenario.Time.Advance(TimeSpan.FromHours(2));
        var made = await scenario.ChangeAsync(1, 1);
        await other.UntilAsync(arrivals => arrivals.Count > 0, Cancel);

        scenario.Receiver.Arrivals.ShouldNotContain(one => made.ContainsKey(one.Subject));
        (await scenario.Service.Database.CountAsync("SELECT count(*) FROM webhook_deliveries")).ShouldBe(1);
        (await scenario.Api.GetAsync($"/webhooks/{webhook.Id}/deliveries")).ErrorCode.ShouldBe("webhook.not-found");
    }

    [Fact]
    public async Task What_the_log_has_dropped_meanwhile_is_noted_and_not_passed_over_in_silence()
    {
        await using var scenario = await WebhookScenario.StartAsync(retries: [3600]);
        scenario.Receiver.Answer = Answers(500);
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(1, 1);
        await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! == 1);
        await scenario.PatchAsync(webhook.Id, new { state = "paused" });
        await scenario.ChangeAsync(3, 1);
        await scenario.Service.UntilToldAsync(Cancel);
        var position = (long)(await scenario.GetAsync(webhook.Id))["progress.position"]!;
        var last = await scenario.Service.Database.CountAsync("SELECT last FROM change_log");
        await scenario.Service.Database.QueryAsync("DELETE FROM changes WHERE position IS NOT NULL");
        await scenario.Service.Database.QueryAsync($"UPDATE change_log SET trimmed = {last}");

        scenario.Receiver.Answer = Answers(200);
        await scenario.PatchAsync(webhook.Id, new { state = "active" });
        var noted = await scenario.UntilAsync(webhook.Id, answer => answer["gap"] is not null);
        var made = await scenario.ChangeAsync(1, 1);
        await scenario.UntilDeliveredAsync();

        ((long)noted["gap.from"]!).ShouldBe(position + 1);
        ((long)noted["gap.to"]!).ShouldBe(last);
        noted["warnings"]!.AsArray().Select(one => (string?)one!["code"]).ShouldBe(["webhook.gap"]);
        var dropped = (await scenario.DeliveriesAsync(webhook.Id, "state=parked")).ShouldHaveSingleItem();
        ((string?)dropped["lastFailure"]).ShouldBe("changeDropped");
        scenario.Receiver.Arrivals[^1].Subject.ShouldBe(made.Single().Key);
    }

    [Fact]
    public async Task Old_deliveries_are_removed_and_pending_ones_kept()
    {
        // Later than the days that pass: the dispatcher may not know yet that it is paused, and would try once more.
        const int DaysAhead = 40 * 24 * 3600;
        await using var scenario = await WebhookScenario.StartAsync(retries: [DaysAhead]);
        scenario.Receiver.Answer = (arrival, _, http) =>
        {
            http.Response.StatusCode = arrival.Version == 2 ? 500 : 200;
            return Task.CompletedTask;
        };
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(1, 2);
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 2, Cancel);
        await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! == 1);
        await scenario.PatchAsync(webhook.Id, new { state = "paused" });
        scenario.Time.Advance(TimeSpan.FromDays(31));

        await scenario.Service.TidyAsync();

        var left = (await scenario.DeliveriesAsync(webhook.Id)).ShouldHaveSingleItem();
        ((string?)left["state"]).ShouldBe("pending");
    }

    private static Func<Arrival, int, HttpContext, Task> Answers(int status) =>
        (_, _, http) =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };
}
