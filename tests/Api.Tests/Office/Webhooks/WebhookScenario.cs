using System.Security.Cryptography;
using System.Text;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Office.Webhooks;

/// <summary>A centre, a receiver and a service that is quick to look and to try again.</summary>
internal sealed class WebhookScenario(
    TestService service,
    World world,
    WebhookReceiver receiver,
    TestTime? time,
    bool shared = false
) : IAsyncDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TestService Service => service;

    public World World => world;

    public ApiClient Api => world.Api;

    public WebhookReceiver Receiver => receiver;

    public TestTime Time =>
        time ?? throw new InvalidOperationException("The clock of a shared service stands for all.");

    /// <summary>
    /// In the service that tests of webhooks share: with the usual settings, and its clock left alone.
    /// </summary>
    public static async Task<WebhookScenario> SharedAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Webhooks);
        var world = await World.CreateAsync(service);

        // A subscription receives what is published from now on: what made the centre is published by then.
        await service.UntilToldAsync(Cancel, world);
        return new WebhookScenario(service, world, await WebhookReceiver.StartAsync(), time: null, shared: true);
    }

    /// <summary>In a service of its own.</summary>
    /// <param name="provider">Kind of database.</param>
    /// <param name="retries">Seconds between attempts; by default many at once.</param>
    /// <param name="settings">Further settings.</param>
    /// <param name="configure">Services to replace.</param>
    public static async Task<WebhookScenario> StartAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        int[]? retries = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null
    )
    {
        var time = new TestTime();
        var all = Settings(retries ?? SharedService.ManyAtOnce);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        var service = await TestService.StartAsync(
            provider,
            all,
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                configure?.Invoke(services);
            }
        );
        return new WebhookScenario(service, await World.CreateAsync(service), await WebhookReceiver.StartAsync(), time);
    }

    public static Dictionary<string, string?> Settings(IReadOnlyList<int> retries) =>
        SharedService.ForWebhooks(retries);

    /// <summary>Subscribes the receiver.</summary>
    public Task<Answer> SubscribeAsync(params string[] types) => SubscribeUrlAsync(receiver.Url, types);

    public async Task<Answer> SubscribeUrlAsync(string url, params string[] types)
    {
        var answer = await Api.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url,
                types,
            }
        );
        return answer.Expect(HttpStatusCode.Created);
    }

    public async Task<Answer> GetAsync(Guid id) => (await Api.GetAsync($"/webhooks/{id}")).Expect(HttpStatusCode.OK);

    public async Task<Answer> PatchAsync(Guid id, object patch) =>
        (await Api.PatchAsync($"/webhooks/{id}", patch, ("If-Match", (await GetAsync(id)).ETag))).Expect(
            HttpStatusCode.OK
        );

    public async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> DeliveriesAsync(Guid id, string query = "") =>
        [
            .. (await Api.GetAsync($"/webhooks/{id}/deliveries?limit=500&sort=position&{query}"))
                .Expect(HttpStatusCode.OK)
                .Json!["items"]!
                .AsArray()
                .Select(item => item!),
        ];

    /// <summary>Waits until the API says what is wanted.</summary>
    public async Task<Answer> UntilAsync(Guid id, Func<Answer, bool> enough)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        while (true)
        {
            var answer = await GetAsync(id);
            if (enough(answer))
            {
                return answer;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Waits until nothing is pending and the subscription has come to the end of the log.</summary>
    public async Task UntilDeliveredAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        await service.UntilToldAsync(limit.Token, world);
        while (
            await service.Database.CountAsync(
                $"""
                SELECT count(*) FROM changes c JOIN webhook_subscriptions s ON s.centre_id = c.centre_id
                WHERE {service.Database.Of(world, "c")} AND c.position > s.position AND s.state = 'Active'
                AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.subscription_id = s.id AND d.position = c.position)
                AND (s.types = '' OR s.types LIKE '%' || c.type || '%')
                """
            ) > 0
            // Looked at last: what the look before found missing may have come into the queue in between.
            || await service.Database.CountAsync(
                $"""
                SELECT count(*) FROM webhook_deliveries d JOIN webhook_subscriptions s ON s.id = d.subscription_id
                WHERE {service.Database.Of(world, "s")} AND d.state = 'Pending'
                """
            ) > 0
        )
        {
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>
    /// Organisations, each changed some times: as many objects as numbers, as many versions as their values.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ChangeAsync(int objects, int changes)
    {
        var made = new Dictionary<Guid, int>();
        for (var number = 0; number < objects; number++)
        {
            var answer = await Api.PostAsync(
                "/organisations",
                new
                {
                    code = $"s-{Guid.NewGuid():N}",
                    shortName = $"Школа {number}",
                    kind = "secondarySchool",
                }
            );
            made[answer.Expect(HttpStatusCode.Created).Id] = 1;
        }

        for (var change = 1; change < changes; change++)
        {
            foreach (var id in made.Keys)
            {
                var version = made[id];
                var answer = await Api.PatchAsync(
                    $"/organisations/{id}",
                    new { shortName = $"Школа № {change} имени" },
                    ("If-Match", $"\"{version}\"")
                );
                made[id] = (int)answer.Expect(HttpStatusCode.OK)["version"]!;
            }
        }

        return made;
    }

    /// <summary>
    /// Every version of every object has arrived, and the first arrivals of each come in ascending order.
    /// </summary>
    public static void ShouldHaveAll(IReadOnlyList<Arrival> arrivals, IReadOnlyDictionary<Guid, int> made)
    {
        foreach (var (id, last) in made)
        {
            var versions = arrivals.Where(one => one.Subject == id).Select(one => one.Version).Distinct().ToList();
            versions.ShouldBe(Enumerable.Range(1, last));
        }
    }

    /// <summary>Checks a signature without any code of the service.</summary>
    public static bool IsSigned(Arrival arrival, string secret)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{arrival.Id}.{arrival.Timestamp}."), .. arrival.Body];
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        var expected = "v1," + Convert.ToBase64String(hmac.ComputeHash(content));
        return arrival.Signature.Split(' ').Contains(expected);
    }

    public async ValueTask DisposeAsync()
    {
        if (shared)
        {
            // Its receiver goes: who stays subscribed would be tried fifty times at once, beside the tests of others.
            await service.Database.QueryAsync(
                $"UPDATE webhook_subscriptions SET state = 'Paused' WHERE {service.Database.Of(world)}"
            );
        }
        else
        {
            await service.DisposeAsync();
        }

        await receiver.DisposeAsync();
    }
}
