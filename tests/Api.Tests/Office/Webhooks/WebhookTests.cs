using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Office.Webhooks;

/// <summary>Subscriptions over HTTP: form, rights, secrets, revisions.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_secret_is_shown_once()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var key = ("Idempotency-Key", "subscribe-1");
        var body = new { name = "Сайт", url = "https://site.example/hooks" };

        var made = (await scenario.Api.PostAsync("/webhooks", body, key)).Expect(HttpStatusCode.Created);
        var again = (await scenario.Api.PostAsync("/webhooks", body, key)).Expect(HttpStatusCode.Created);

        var secret = (string)made["secret"]!;
        secret.ShouldStartWith(Secret);
        Convert.FromBase64String(secret[Secret.Length..]).Length.ShouldBeInRange(24, 64);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        again["secret"].ShouldBeNull();
        (await scenario.GetAsync(made.Id)).Text.ShouldNotContain(Secret);
        (await scenario.Api.GetAsync("/webhooks")).Text.ShouldNotContain(Secret);
        (await scenario.Service.TrailAsync()).ShouldNotContain(secret);
        var stored = await scenario.Service.Database.QueryAsync(
            $"SELECT url FROM webhook_subscriptions WHERE {scenario.Service.Database.Of(scenario.World)}"
        );
        stored.ShouldBe(["https://site.example/hooks"]);
        made.Headers.Location!.ToString().ShouldBe($"/api/v1/webhooks/{made.Id}");
    }

    [Fact]
    public async Task A_card_is_read_listed_changed_and_deleted()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var made = await scenario.SubscribeUrlAsync("https://site.example/hooks", "courses", "employees");

        var changed = await scenario.PatchAsync(
            made.Id,
            new
            {
                name = "Новый сайт",
                description = "Расписание",
                types = new[] { "courses" },
            }
        );

        ((string?)changed["name"]).ShouldBe("Новый сайт");
        changed["types"]!.AsArray().Select(type => (string?)type).ShouldBe(["courses"]);
        ((string?)changed["state"]).ShouldBe("active");
        var list = (await scenario.Api.GetAsync("/webhooks?state=active")).Expect(HttpStatusCode.OK);
        ((string?)list["items.0.name"]).ShouldBe("Новый сайт");
        (await scenario.Api.GetAsync("/webhooks?state=paused")).Json!["items"]!.AsArray().ShouldBeEmpty();
        (await scenario.Api.DeleteAsync($"/webhooks/{made.Id}", ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await scenario.Api.DeleteAsync($"/webhooks/{made.Id}")).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var deleted = await scenario.Api.DeleteAsync($"/webhooks/{made.Id}", ("If-Match", changed.ETag));
        deleted.Status.ShouldBe(HttpStatusCode.NoContent);
        (await scenario.Api.GetAsync($"/webhooks/{made.Id}")).ErrorCode.ShouldBe("webhook.not-found");
        var told = await scenario.Service.Database.QueryAsync(
            $"SELECT kind FROM changes WHERE type = 'webhooks' AND {scenario.Service.Database.Of(scenario.World)} ORDER BY id"
        );
        told.ShouldBe(["Created", "Changed", "Deleted"]);
    }

    [Theory]
    [InlineData("http://site.example/", "webhook.url-not-https")]
    [InlineData("https://user:password@site.example/", "webhook.url-with-user")]
    [InlineData("https://site.example/#x", "webhook.url-with-fragment")]
    [InlineData("https://10.0.0.7/", "webhook.url-forbidden")]
    [InlineData("https://169.254.169.254/latest/meta-data", "webhook.url-forbidden")]
    [InlineData("https://[fd00::7]/", "webhook.url-forbidden")]
    [InlineData("ldap://site.example/", "webhook.url-malformed")]
    public async Task Addresses_that_are_refused(string url, string code)
    {
        await using var scenario = await WebhookScenario.SharedAsync();

        var answer = await scenario.Api.PostAsync("/webhooks", new { name = "Сайт", url });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ErrorCode.ShouldBe(code);
        answer.FieldErrors.ShouldBe([$"/url {code}"]);
        var made = await scenario.SubscribeUrlAsync("https://site.example/");
        var changed = await scenario.Api.PatchAsync($"/webhooks/{made.Id}", new { url }, ("If-Match", made.ETag));
        changed.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task Loopback_is_refused_where_it_is_not_allowed_and_networks_may_be_named()
    {
        await using var scenario = await WebhookScenario.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["Webhooks:AllowLoopback"] = "false",
                ["Webhooks:AllowedNetworks:0"] = "10.20.0.0/16",
            }
        );

        (await scenario.Api.PostAsync("/webhooks", new { name = "x", url = scenario.Receiver.Url })).ErrorCode.ShouldBe(
            "webhook.url-forbidden"
        );
        (await scenario.Api.PostAsync("/webhooks", new { name = "x", url = "https://10.21.0.1/" })).ErrorCode.ShouldBe(
            "webhook.url-forbidden"
        );
        await scenario.SubscribeUrlAsync("https://10.20.0.1/");
    }

    [Fact]
    public async Task Types_that_there_are_not_are_refused_and_the_others_named()
    {
        await using var scenario = await WebhookScenario.SharedAsync();

        var answer = await scenario.Api.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url = "https://site.example/",
                types = new[] { "courses", "secrets" },
            }
        );

        answer.FieldErrors.ShouldBe(["/types/1 webhook.unknown-type"]);
        answer.Text.ShouldContain("organisations");
    }

    [Fact]
    public async Task A_centre_has_fifty_at_most()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        for (var number = 0; number < 50; number++)
        {
            await scenario.SubscribeUrlAsync("https://site.example/");
        }

        (
            await scenario.Api.PostAsync("/webhooks", new { name = "x", url = "https://site.example/" })
        ).ErrorCode.ShouldBe("webhook.too-many");
    }

    [Fact]
    public async Task Another_centre_s_subscription_is_not_there()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var webhook = await scenario.SubscribeUrlAsync("https://site.example/");
        var other = await World.CreateAsync(scenario.Service, "other");
        using var stranger = scenario.Service.Client(
            (await other.ProgramAsync(TestAccounts.Role("centreAdministrator"))).Key
        );
        var (path, match) = ($"/webhooks/{webhook.Id}", ("If-Match", webhook.ETag));
        var answers = new[]
        {
            await stranger.GetAsync(path),
            await stranger.PatchAsync(path, new { name = "x" }, match),
            await stranger.DeleteAsync(path, match),
            await stranger.PostAsync($"{path}/secret", null, match),
            await stranger.PostAsync($"{path}/ping"),
            await stranger.GetAsync($"{path}/deliveries"),
            await stranger.PostAsync($"{path}/replay", new { fromPosition = 1 }),
            await stranger.PostAsync($"{path}/deliveries/{Guid.NewGuid()}/replay"),
        };

        answers.Select(answer => answer.Status).ShouldAllBe(status => status == HttpStatusCode.NotFound);
        (await stranger.GetAsync("/webhooks")).Json!["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("centreAdministrator", true)]
    [InlineData("methodist", false)]
    [InlineData("registrar", false)]
    [InlineData("auditor", false)]
    public async Task Administrators_manage_them_and_nobody_else(string role, bool may)
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        using var client = scenario.Service.Client((await scenario.World.ProgramAsync(TestAccounts.Role(role))).Key);

        var listed = await client.GetAsync("/webhooks");
        var made = await client.PostAsync("/webhooks", new { name = "Сайт", url = "https://site.example/" });

        listed.Status.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        made.Status.ShouldBe(may ? HttpStatusCode.Created : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_audit_tells_who_did_what_and_neither_address_nor_secret()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var webhook = await scenario.SubscribeUrlAsync("https://site.example/?token=of-the-receiver");
        await scenario.PatchAsync(webhook.Id, new { url = "https://site.example/?token=another", name = "Новый" });
        var present = await scenario.GetAsync(webhook.Id);
        await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/secret", null, ("If-Match", present.ETag));

        var audit = await scenario.Api.GetAsync($"/audit?subjectId={webhook.Id}");

        audit.Text.ShouldContain("RotateWebhookSecret");
        audit.Text.ShouldContain("Новый");
        audit.Text.ShouldNotContain("token=");
        audit.Text.ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_old_one_for_a_day()
    {
        await using var scenario = await WebhookScenario.StartAsync();
        var webhook = await scenario.SubscribeAsync("organisations");
        var old = (string)webhook["secret"]!;

        var before = scenario.Time.GetUtcNow();
        var rotated = await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/secret", null, ("If-Match", webhook.ETag));

        var present = (string)rotated.Expect(HttpStatusCode.OK)["secret"]!;
        present.ShouldNotBe(old);
        ((DateTimeOffset)rotated["previousSecretUntil"]!)
            .AddHours(-24)
            .ShouldBeInRange(before.AddMilliseconds(-1), scenario.Time.GetUtcNow());
        (
            await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/secret", null, ("If-Match", webhook.ETag))
        ).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var both = await NextAsync(scenario, 1);
        both.Signature.Split(' ').Length.ShouldBe(2);
        WebhookScenario.IsSigned(both, old).ShouldBeTrue();
        WebhookScenario.IsSigned(both, present).ShouldBeTrue();

        scenario.Time.Advance(TimeSpan.FromHours(25));
        var one = await NextAsync(scenario, 2);
        one.Signature.Split(' ').Length.ShouldBe(1);
        WebhookScenario.IsSigned(one, old).ShouldBeFalse();
        WebhookScenario.IsSigned(one, present).ShouldBeTrue();
    }

    [Fact]
    public async Task A_ping_tells_at_once_how_the_receiver_is()
    {
        await using var scenario = await WebhookScenario.SharedAsync();
        var webhook = await scenario.SubscribeAsync("courses");
        await scenario.PatchAsync(webhook.Id, new { state = "paused" });

        var well = (await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/ping")).Expect(HttpStatusCode.OK);
        scenario.Receiver.Answer = (_, _, http) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var ill = (await scenario.Api.PostAsync($"/webhooks/{webhook.Id}/ping")).Expect(HttpStatusCode.OK);

        ((bool)well["delivered"]!).ShouldBeTrue();
        ((int)well["status"]!).ShouldBe(200);
        var ping = scenario.Receiver.Arrivals[0];
        ping.Type.ShouldBe("webhooks.ping");
        ping.Id.ShouldBe((string?)well["messageId"]);
        ping.Subject.ShouldBe(webhook.Id);
        WebhookScenario.IsSigned(ping, (string)webhook["secret"]!).ShouldBeTrue();
        ((bool)ill["delivered"]!).ShouldBeFalse();

        // Of an answer that is no success a ping tells no more than of none: DoorTests.
        ill["status"].ShouldBeNull();
        ((string?)ill["failure"]).ShouldBe("notConnected");
        (await scenario.DeliveriesAsync(webhook.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_ping_waits_others_write()
    {
        await using var scenario = await WebhookScenario.StartAsync(
            settings: new Dictionary<string, string?> { ["Webhooks:TimeoutSeconds"] = "20" }
        );
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        scenario.Receiver.Answer = (_, _, _) => answer.Task;
        var webhook = await scenario.SubscribeAsync("courses");

        // Also with a key, which this operation does not take: SQLite has one writer, and the ping must not be it.
        var ping = scenario.Api.PostAsync($"/webhooks/{webhook.Id}/ping", null, ("Idempotency-Key", "ping-1"));
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 1, Cancel);
        await scenario.ChangeAsync(1, 1);
        ping.IsCompleted.ShouldBeFalse();
        answer.SetResult();

        ((bool)(await ping).Expect(HttpStatusCode.OK)["delivered"]!).ShouldBeTrue();
    }

    /// <summary>The message of one more change.</summary>
    private static async Task<Arrival> NextAsync(WebhookScenario scenario, int count)
    {
        await scenario.ChangeAsync(1, 1);
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == count, Cancel);
        return scenario.Receiver.Arrivals[^1];
    }
}
