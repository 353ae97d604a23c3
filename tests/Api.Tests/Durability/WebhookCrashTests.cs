using MethodCenter.Api.Tests.Office.Webhooks;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>Deliveries survive the process that makes them, and change over from one to another.</summary>
public sealed class WebhookCrashTests
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IReadOnlyDictionary<string, string> Settings { get; } =
        WebhookScenario
            .Settings([.. Enumerable.Repeat(0, 50)])
            .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), one => one.Value!);

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Kill_9_in_the_middle_of_deliveries_loses_none(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var receiver = await WebhookReceiver.StartAsync();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = (_, _, _) => held.Task.WaitAsync(TimeSpan.FromSeconds(90));
        var made = new Dictionary<Guid, int>();
        for (var kill = 1; kill <= 2; kill++)
        {
            await using var service = await ServiceProcess.StartAsync(database, Settings);
            if (kill == 1)
            {
                await World.CreateAsync(service.Client(), service.Client(centre: "test"));
                await SubscribeAsync(service, receiver.Url);
            }

            using var client = service.Client(centre: "test");
            await ChangeAsync(client, made, 10, $"kill-{kill}");

            // Some are on their way and unanswered, the others not yet sent: now.
            var before = receiver.Arrivals.Count;
            await receiver.UntilAsync(arrivals => arrivals.Count > before, Cancel);
            await service.KillAsync();
        }

        held.SetResult();
        await using var again = await ServiceProcess.StartAsync(database, Settings);
        await receiver.UntilAsync(arrivals => HasAll(arrivals, made), Cancel);

        WebhookScenario.ShouldHaveAll(receiver.Arrivals, made);
        await UntilNothingIsPendingAsync(database);
        receiver.Arrivals.Select(one => one.Id).Distinct().Count().ShouldBe(made.Values.Sum());
    }

    [Fact]
    public async Task SIGTERM_lets_what_is_on_its_way_come_back()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _, _) => Task.Delay(300, Cancel);
        var made = new Dictionary<Guid, int>();
        await using (var service = await ServiceProcess.StartAsync(database, Settings))
        {
            await World.CreateAsync(service.Client(), service.Client(centre: "test"));
            await SubscribeAsync(service, receiver.Url);
            using var client = service.Client(centre: "test");
            await ChangeAsync(client, made, 5, "stop");
            await receiver.UntilAsync(arrivals => arrivals.Count > 0, Cancel);
            (await service.StopAsync(StopLimit)).ShouldBe(0);
            service.Output.ShouldNotContain("token=");
        }

        await using var again = await ServiceProcess.StartAsync(database, Settings);
        await receiver.UntilAsync(arrivals => HasAll(arrivals, made), Cancel);
        await UntilNothingIsPendingAsync(database);

        // What the receiver had taken when the signal came was written down: nothing comes twice.
        receiver.Arrivals.Select(one => one.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Two_instances_deliver_each_change_once_and_one_takes_over_from_the_other()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var receiver = await WebhookReceiver.StartAsync();
        var made = new Dictionary<Guid, int>();
        await using var first = await ServiceProcess.StartAsync(database, Settings);
        await using var second = await ServiceProcess.StartAsync(database, Settings);
        await World.CreateAsync(first.Client(), first.Client(centre: "test"));
        await SubscribeAsync(first, receiver.Url);
        using var one = first.Client(centre: "test");
        using var two = second.Client(centre: "test");

        await Task.WhenAll(ChangeAsync(one, made, 15, "one"), ChangeAsync(two, made, 15, "two"));
        await receiver.UntilAsync(arrivals => HasAll(arrivals, made), Cancel);
        await UntilNothingIsPendingAsync(database);
        WebhookScenario.ShouldHaveAll(receiver.Arrivals, made);
        receiver.Arrivals.Count.ShouldBe(made.Values.Sum(), "while both run nothing is sent twice");

        // Whichever of them delivers, it ends now: first one orderly, then the other in the middle.
        (await first.StopAsync(StopLimit)).ShouldBe(0);
        await ChangeAsync(two, made, 5, "three");
        await receiver.UntilAsync(arrivals => HasAll(arrivals, made), Cancel);
        await using var third = await ServiceProcess.StartAsync(database, Settings);
        await second.KillAsync();
        using var last = third.Client(centre: "test");
        await ChangeAsync(last, made, 5, "four");

        await receiver.UntilAsync(arrivals => HasAll(arrivals, made), Cancel);
        WebhookScenario.ShouldHaveAll(receiver.Arrivals, made);
        await UntilNothingIsPendingAsync(database);
        receiver.Arrivals.Count.ShouldBeInRange(made.Values.Sum(), made.Values.Sum() + 16);
    }

    private static async Task SubscribeAsync(ServiceProcess service, string url)
    {
        using var client = service.Client(centre: "test");
        var answer = await client.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url,
                types = new[] { "organisations" },
            }
        );
        answer.Expect(HttpStatusCode.Created);
    }

    /// <summary>New organisations, each changed once.</summary>
    private static async Task ChangeAsync(ApiClient client, Dictionary<Guid, int> made, int count, string prefix)
    {
        for (var number = 0; number < count; number++)
        {
            var body = new
            {
                code = $"{prefix}-{number}",
                shortName = "Школа",
                kind = "secondarySchool",
            };
            var answer = (await client.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created);
            var patch = new { shortName = $"Школа {number}" };
            (await client.PatchAsync($"/organisations/{answer.Id}", patch, ("If-Match", answer.ETag))).Expect(
                HttpStatusCode.OK
            );
            lock (made)
            {
                made[answer.Id] = 2;
            }
        }
    }

    private static bool HasAll(IReadOnlyList<Arrival> arrivals, Dictionary<Guid, int> made)
    {
        var seen = arrivals.Select(one => (one.Subject, one.Version)).ToHashSet();
        return made.All(one => Enumerable.Range(1, one.Value).All(version => seen.Contains((one.Key, version))));
    }

    private static async Task UntilNothingIsPendingAsync(TestDatabase database)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        while (await database.CountAsync("SELECT count(*) FROM webhook_deliveries WHERE state = 'Pending'") > 0)
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
