using MethodCenter.Api.Security;
using MethodCenter.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace MethodCenter.Api.Tests.Security;

/// <summary>Small doors, each of which stood open.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("/swagger/index.html")]
    [InlineData("/api/v1/me")]
    [InlineData("/health/live")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path)
    {
        var service = await TestService.SharedAsync();
        using var client = service.Client();

        var answer = await client.GetAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task The_page_keeps_no_keys()
    {
        var service = await TestService.SharedAsync();
        using var client = service.Client(key: null);

        var page =
            (await client.GetAsync("/swagger/index.html")).Text + (await client.GetAsync("/swagger/index.js")).Text;

        page.ShouldContain("swagger-ui");
        page.Replace(" ", "", StringComparison.Ordinal).ShouldNotContain("\"persistAuthorization\":true");
    }

    [Fact]
    public async Task A_token_comes_without_a_second_one_that_nothing_takes()
    {
        var world = await World.SharedAsync();
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        using var client = world.Service.Client(key: null);

        var answer = await client.PostAsync(
            "/auth/token",
            new { login = (string)person["login"]!, password = TestAccounts.Password }
        );

        answer
            .Expect(HttpStatusCode.OK)
            .Json!.AsObject()
            .Select(member => member.Key)
            .ShouldBe(["tokenType", "accessToken", "expiresIn"]);
    }

    [Theory]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("Password2026!")]
    [InlineData("пароль пароль")]
    [InlineData("Администратор2026")]
    [InlineData("aaaaaaaaaaaaa")]
    [InlineData("ab12ab12ab12")]
    public async Task A_password_that_guessers_try_first_is_refused(string password)
    {
        var world = await World.SharedAsync();

        var refused = await RegisterAsync(world, $"person-{Guid.NewGuid():N}", password);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Text);
        refused.FieldErrors.ShouldBe(["/password validation.common-password"]);
    }

    [Fact]
    public async Task A_password_is_not_the_login()
    {
        var world = await World.SharedAsync();
        var login = $"ivanova.{Guid.NewGuid():N}"[..20];

        var refused = await RegisterAsync(world, login, $"{login} 2026");
        var person = (await RegisterAsync(world, login, "четыре разных слова")).Expect(HttpStatusCode.Created);
        var changed = await world.Api.PutAsync(
            $"/accounts/{person.Id}/password",
            new { password = login.ToUpperInvariant() + "!" },
            ("If-Match", person.ETag)
        );

        refused.FieldErrors.ShouldBe(["/password account.password-is-login"]);
        changed.FieldErrors.ShouldBe(["/password account.password-is-login"]);
    }

    /// <summary>Five addresses that guess all the time, and a sixth from which the person signs in.</summary>
    [Fact]
    public void Five_addresses_do_not_lock_a_person_out()
    {
        using var limiter = new SignInLimiter(new RateLimitOptions { SignInsPerMinute = 10 });
        for (var attempt = 0; attempt < 20; attempt++)
        {
            for (var address = 1; address <= 5; address++)
            {
                limiter.Allows(From($"203.0.113.{address}"), "ivanova");
            }
        }

        limiter.Allows(From("198.51.100.7"), "ivanova").ShouldBeTrue();
        limiter.Allows(From("203.0.113.1"), "ivanova").ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_database_file_is_the_services_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);
        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        File.Delete(path);

        await using var service = TestService.StartOn(database);
        using var client = service.Client();
        (await client.GetAsync("/me")).Expect(HttpStatusCode.OK);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact]
    public void Keys_that_are_shown_once_go_to_a_file_of_the_services_own()
    {
        using var file = new SecretFile();
        var path = file.Write("mck_ключ\n", TimeProvider.System.GetUtcNow());
        try
        {
            file.Write("mck_другой", TimeProvider.System.GetUtcNow()).ShouldBe(path, "a start makes one file");
            File.ReadAllText(path).ShouldBe("mck_ключ\nmck_другой");
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Keys_are_not_written_to_a_file_that_was_read_and_deleted()
    {
        using var file = new SecretFile();
        var first = file.Write("mck_ключ", TimeProvider.System.GetUtcNow());
        File.Delete(first);

        var second = file.Write("mck_другой", TimeProvider.System.GetUtcNow());
        try
        {
            second.ShouldNotBe(first);
            File.ReadAllText(second).ShouldBe("mck_другой");
        }
        finally
        {
            File.Delete(second);
        }
    }

    [Fact]
    public async Task An_issuer_without_an_audience_stops_the_start()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(
            database,
            new Dictionary<string, string> { ["Oidc__Authority"] = "https://issuer.example" }
        );

        exitCode.ShouldBe(1);
        output.ShouldContain("Oidc:Audience");
        output.ShouldNotContain("   at ", Case.Sensitive, "an operator gets a sentence, not a stack trace");
    }

    [Theory]
    [InlineData("https://hooks.example:8443/a", "webhook.url-port")]
    [InlineData("https://hooks.example:22/a", "webhook.url-port")]
    [InlineData("https://hooks.example:443/a", null)]
    [InlineData("https://hooks.example/a", null)]
    public async Task A_receiver_listens_on_443(string url, string? code)
    {
        var world = await World.SharedAsync();

        var answer = await world.Api.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url,
                types = new[] { "courses" },
            }
        );

        answer.ErrorCode.ShouldBe(code);
    }

    /// <summary>A port that is closed, one that answers with a refusal, and a name that is not there.</summary>
    [Fact]
    public async Task A_ping_does_not_tell_a_scanner_what_it_met()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Webhooks);
        var world = await World.CreateAsync(service);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        string[] urls = [receiver.Url, "http://127.0.0.1:1/closed", "https://no-such-name.example/"];
        var told = new HashSet<string>();
        foreach (var url in urls)
        {
            var webhook = await world.Api.PostAsync(
                "/webhooks",
                new
                {
                    name = "Сайт",
                    url,
                    types = new[] { "courses" },
                }
            );
            var ping = await world.Api.PostAsync($"/webhooks/{webhook.Expect(HttpStatusCode.Created).Id}/ping");
            told.Add(
                $"{ping.Expect(HttpStatusCode.OK)["delivered"]} {ping["status"]} {ping["failure"]} {ping["milliseconds"]}"
            );
        }

        told.ShouldBe(["false  notConnected 0"]);
    }

    [Fact]
    public async Task A_stored_answer_is_not_replayed_to_who_reaches_other_organisations_now()
    {
        var world = await World.SharedAsync();
        var (own, other) = (await world.OrganisationAsync(), await world.OrganisationAsync("school-2", "Вторая СОШ"));
        var position = await world.PositionAsync();
        var (account, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var school = world.Service.Client(key, world.Centre);
        object body = new
        {
            lastName = "Повторова",
            firstName = "Анна",
            employment = new
            {
                organisationId = own,
                positionId = position,
                from = "2020-09-01",
            },
        };
        (await school.PostAsync("/employees", body, ("Idempotency-Key", "k1"))).Expect(HttpStatusCode.Created);
        (await school.PostAsync("/employees", body, ("Idempotency-Key", "k1"))).Expect(HttpStatusCode.Created);

        var card = await world.AccountAsync(account.Id);
        (
            await world.Api.PostAsync(
                $"/accounts/{account.Id}/grants",
                new { role = "schoolOperator", organisationId = other }
            )
        ).Expect(HttpStatusCode.Created);
        var granted = await world.AccountAsync(account.Id);
        (
            await world.Api.DeleteAsync(
                $"/accounts/{account.Id}/grants/{card["grants.0.id"]}",
                ("If-Match", granted.ETag)
            )
        ).Code.ShouldBeInRange(200, 204);
        var replayed = await school.PostAsync("/employees", body, ("Idempotency-Key", "k1"));

        replayed.Status.ShouldBe(HttpStatusCode.NotFound, replayed.Text);
        replayed.ErrorCode.ShouldBe("idempotency.no-longer-seen");
        replayed.Text.ShouldNotContain("Повторова");
    }

    /// <summary>It tells of the object, not of the caller: more rights, another state or another employer change nothing.</summary>
    [Fact]
    public async Task A_stored_answer_is_replayed_to_who_still_sees_the_object_and_may_still_do_it()
    {
        var world = await World.SharedAsync();
        var (own, other) = (await world.OrganisationAsync(), await world.OrganisationAsync("school-2", "Вторая СОШ"));
        var position = await world.PositionAsync();
        var person = await world.EmployeeAsync(own, position);
        var (account, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var school = world.Service.Client(key, world.Centre);
        var body = new
        {
            employeeId = person,
            organisationId = own,
            provider = "АППО",
            title = "Повторённая программа",
            kind = "professionalDevelopment",
            hours = 36,
            completedOn = "2021-02-26",
        };
        var first = await school.PostAsync("/training-records", body, ("Idempotency-Key", "k1"));
        first.Expect(HttpStatusCode.Created);

        var annulment = new { reason = "Ошибка" };
        (
            await world.Api.PostAsync($"/training-records/{first.Id}/annulment", annulment, ("If-Match", first.ETag))
        ).Expect(HttpStatusCode.OK);
        await MoveAsync(world, person, other, position);
        var more = new { role = "schoolOperator", organisationId = other };
        (await world.Api.PostAsync($"/accounts/{account.Id}/grants", more)).Expect(HttpStatusCode.Created);
        var seen = await school.PostAsync("/training-records", body, ("Idempotency-Key", "k1"));

        seen.Status.ShouldBe(HttpStatusCode.Created, seen.Text);
        seen.Text.ShouldBe(first.Text);

        // Without the right to do it nobody gets as far as a stored answer.
        await WithdrawAsync(world, account.Id);
        var withdrawn = await school.PostAsync("/training-records", body, ("Idempotency-Key", "k1"));
        withdrawn.Code.ShouldBeOneOf(401, 403, 404);
        withdrawn.Text.ShouldNotContain("Повторённая");
    }

    private static async Task MoveAsync(World world, Guid person, Guid to, Guid position)
    {
        var card = (await world.Api.GetAsync($"/employees/{person}")).Expect(HttpStatusCode.OK);
        var left = await world.Api.PostAsync(
            $"/employees/{person}/employments/{card["employments.0.id"]}/dismissal",
            new { lastDay = "2022-08-31" },
            ("If-Match", card.ETag)
        );
        var place = new
        {
            organisationId = to,
            positionId = position,
            from = "2022-09-01",
        };
        (await world.Api.PostAsync($"/employees/{person}/employments", place, ("If-Match", left.ETag))).Expect(
            HttpStatusCode.OK
        );
    }

    private static async Task WithdrawAsync(World world, Guid account)
    {
        while ((await world.AccountAsync(account)) is var card && card["grants"]!.AsArray().Count > 0)
        {
            (
                await world.Api.DeleteAsync(
                    $"/accounts/{account}/grants/{card["grants.0.id"]}",
                    ("If-Match", card.ETag)
                )
            ).Code.ShouldBeInRange(200, 204);
        }
    }

    private static DefaultHttpContext From(string address) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static Task<Answer> RegisterAsync(World world, string login, string password) =>
        world.Api.PostAsync(
            "/accounts",
            new
            {
                kind = "person",
                login,
                displayName = "Иванова",
                password,
                roles = Array.Empty<object>(),
            }
        );
}
