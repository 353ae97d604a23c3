using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Webhooks;

/// <summary>Every change, at least once, in order for each object, whatever the receiver does.</summary>
public sealed class DeliveryTests
{
    private const int Seed = 20261122;

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_arrives_signed_and_without_personal_data(DatabaseProvider provider)
    {
        await using var scenario = await WebhookScenario.SharedAsync(provider);
        var webhook = await scenario.SubscribeAsync("employees");
        var school = await scenario.World.OrganisationAsync();
        var employee = await scenario.World.EmployeeAsync(school, await scenario.World.PositionAsync());

        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count > 0, Cancel);
        await scenario.UntilDeliveredAsync();

        var arrival = scenario.Receiver.Arrivals.ShouldHaveSingleItem();
        WebhookScenario.IsSigned(arrival, (string)webhook["secret"]!).ShouldBeTrue();
        arrival.Type.ShouldBe("employees.created");
        arrival.Subject.ShouldBe(employee);
        var data = arrival.Json["data"]!;
        ((string?)data["centre"]).ShouldBe(scenario.World.Centre);
        ((string?)data["kind"]).ShouldBe("created");
        var read = await scenario.Api.GetAsync((string)data["href"]!);
        read.Expect(HttpStatusCode.OK).Id.ShouldBe(employee);
        System.Text.Encoding.UTF8.GetString(arrival.Body).ShouldNotContain("Тестова");
        var delivery = (await scenario.DeliveriesAsync(webhook.Id)).ShouldHaveSingleItem();
        arrival.Id.ShouldBe($"msg_{(Guid)delivery["id"]!:N}");
        ((string?)delivery["state"]).ShouldBe("delivered");
        ((int)delivery["attempts"]!).ShouldBe(1);
        ((int)delivery["lastStatus"]!).ShouldBe(200);
        ((long)delivery["position"]!).ShouldBe(arrival.Position);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_receiver_that_fails_hangs_is_late_and_hangs_up_gets_everything_in_order(
        DatabaseProvider provider
    )
    {
        await using var scenario = await WebhookScenario.SharedAsync(provider);
        var random = new Random(Seed);
        scenario.Receiver.Answer = async (_, times, http) =>
        {
            int fate;
            lock (random)
            {
                fate = times > 4 ? 9 : random.Next(10);
            }

            switch (fate)
            {
                case 0 or 1:
                    http.Response.StatusCode = 500;
                    break;
                case 2:
                    http.Abort();
                    break;
                case 3:
                    // Longer than the service waits, which is a second.
                    await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, Cancel);
                    break;
                case 4:
                    await Task.Delay(50, Cancel);
                    break;
                default:
                    break;
            }
        };
        await scenario.SubscribeAsync("organisations");

        var made = await scenario.ChangeAsync(12, 5);
        await scenario.UntilDeliveredAsync();

        WebhookScenario.ShouldHaveAll(scenario.Receiver.Arrivals, made);
        scenario.Receiver.Arrivals.Count.ShouldBeGreaterThan(60, "some came more than once");
        scenario.Receiver.Arrivals.Select(one => one.Id).Distinct().Count().ShouldBe(60);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task More_changes_than_the_window_holds_all_arrive_and_never_become_more_rows(
        DatabaseProvider provider
    )
    {
        var window = new Dictionary<string, string?> { ["Webhooks:Window"] = "10", ["Webhooks:MostAtOnce"] = "3" };
        await using var scenario = await WebhookScenario.StartAsync(provider, settings: window);
        var most = 0L;
        scenario.Receiver.Answer = async (_, _, _) =>
        {
            var pending = await scenario.Service.Database.CountAsync(
                "SELECT count(*) FROM webhook_deliveries WHERE state = 'Pending'"
            );
            InterlockedMax(ref most, pending);
        };
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.PatchAsync(webhook.Id, new { state = "paused" });
        var made = await scenario.ChangeAsync(20, 3);

        await scenario.PatchAsync(webhook.Id, new { state = "active" });
        await scenario.UntilDeliveredAsync();

        WebhookScenario.ShouldHaveAll(scenario.Receiver.Arrivals, made);
        most.ShouldBeInRange(1, 10);
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_neither_the_others_nor_the_service()
    {
        await using var scenario = await WebhookScenario.StartAsync();
        await using var quick = await WebhookReceiver.StartAsync();
        scenario.Receiver.Answer = (_, _, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        await scenario.SubscribeAsync("organisations");
        await scenario.SubscribeUrlAsync(quick.Url, "organisations");

        var made = await scenario.ChangeAsync(10, 3);

        // The requests above were answered while every place of the slow receiver was taken; so does the quick one go on.
        await quick.UntilAsync(arrivals => arrivals.Count == 30, Cancel);
        WebhookScenario.ShouldHaveAll(quick.Arrivals, made);
        scenario.Receiver.Arrivals.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_subscription_hears_of_its_types_and_of_its_centre_from_now_on()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        await scenario.ChangeAsync(2, 1);
        await scenario.Service.UntilToldAsync(Cancel);
        await scenario.SubscribeAsync("organisations");
        var other = await World.CreateAsync(scenario.Service, "other");
        await other.OrganisationAsync();
        await scenario.World.ProgrammeAsync();

        var made = await scenario.ChangeAsync(1, 2);
        await scenario.UntilDeliveredAsync();

        scenario
            .Receiver.Arrivals.Select(one => (one.Subject, one.Version))
            .ShouldBe([(made.Single().Key, 1), (made.Single().Key, 2)]);
    }

    [Fact]
    public async Task Without_types_it_hears_of_everything_itself_included()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var webhook = await scenario.SubscribeAsync();
        await scenario.World.ProgrammeAsync();
        await scenario.PatchAsync(webhook.Id, new { description = "Для сайта" });

        await scenario.UntilDeliveredAsync();

        scenario
            .Receiver.Arrivals.Select(one => one.Type)
            .ShouldBe(["webhooks.created", "programmes.created", "webhooks.changed"], ignoreOrder: true);
        var told = string.Concat(
            scenario.Receiver.Arrivals.Select(one => System.Text.Encoding.UTF8.GetString(one.Body))
        );
        told.ShouldNotContain("whsec_");
        told.ShouldNotContain("secret-of-the-receiver");
    }

    [Fact]
    public async Task Health_tells_what_waits_and_stays_ready()
    {
        await using var scenario = await WebhookScenario.StartAsync(retries: [3600]);
        scenario.Receiver.Answer = (_, _, http) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var webhook = await scenario.SubscribeAsync("organisations");
        await scenario.ChangeAsync(2, 1);
        await scenario.UntilAsync(webhook.Id, answer => (int)answer["progress.failuresInRow"]! == 2);
        scenario.Time.Advance(TimeSpan.FromMinutes(1));

        // The probe has a limit of time of its own, which a machine that has much to do may exceed now and then.
        Answer health = null!;
        await Patience.UntilAsync(
            async () =>
                (health = await scenario.Api.GetAsync("/health/ready")).Status == HttpStatusCode.OK
                && health["pendingDeliveries"] is not null,
            "ready, and counted",
            TestContext.Current.CancellationToken
        );

        ((int)health["pendingDeliveries"]!).ShouldBe(2);
        ((double)health["deliveryLagSeconds"]!).ShouldBeGreaterThanOrEqualTo(60);
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Interlocked.Read(ref most); value > seen; )
        {
            seen = Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
