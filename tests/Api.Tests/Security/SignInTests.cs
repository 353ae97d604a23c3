using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Security;

/// <summary>Signing in with a password.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task A_password_brings_a_token_and_the_token_is_good()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        var token = await service.TokenAsync(((string)person["login"]!).ToUpperInvariant());

        var me = (await service.WithTokenAsync(token)).Expect(HttpStatusCode.OK);

        me.Id.ShouldBe(person.Id);
        ((string?)me["centre.code"]).ShouldBe(world.Centre);
        ((string?)me["roles.0.role"]).ShouldBe("methodist");
        me["permissions"]!.AsArray().Select(one => (string?)one).ShouldContain("courses.read");
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        var blocked = await world.PersonAsync(TestAccounts.Role("methodist"));
        (await world.Api.PostAsync($"/accounts/{blocked.Id}/blocking", null, ("If-Match", blocked.ETag))).Expect(
            HttpStatusCode.OK
        );
        var (program, _) = await world.ProgramAsync(TestAccounts.Role("methodist"));
        var endless = new string('п', 5000);
        using var client = service.Client(key: null);
        (string? Login, string Password)[] attempts =
        [
            ((string?)person["login"], "неверный пароль 2026"),
            ((string?)person["login"], ""),
            ((string?)person["login"], endless),
            ("nobody", TestAccounts.Password),
            (endless, TestAccounts.Password),
            ((string?)blocked["login"], TestAccounts.Password),
            ((string?)program["login"], TestAccounts.Password),
            ("system", TestAccounts.Password),
        ];
        var bodies = new HashSet<string>();
        foreach (var (login, password) in attempts)
        {
            var answer = await client.PostAsync("/auth/token", new { login, password });
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized, login);
            bodies.Add(answer.Text.Replace((string)answer["traceId"]!, "", StringComparison.Ordinal));
        }

        bodies.Count.ShouldBe(1);
        bodies.Single().ShouldContain("account.wrong-credentials");
    }

    [Fact]
    public async Task A_new_password_ends_the_tokens_of_the_old_one()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        var login = (string)person["login"]!;
        var token = await service.TokenAsync(login);
        (await service.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.OK);

        var changed = await world.Api.PutAsync(
            $"/accounts/{person.Id}/password",
            new { password = "совсем другой пароль" },
            ("If-Match", person.ETag)
        );
        changed.Expect(HttpStatusCode.OK);

        (await service.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var renewed = await service.TokenAsync(login, "совсем другой пароль");
        (await service.WithTokenAsync(renewed)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_blocked_person_is_shut_out_with_his_token()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        var token = await service.TokenAsync((string)person["login"]!);
        (await service.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.OK);
        (await world.Api.PostAsync($"/accounts/{person.Id}/blocking", null, ("If-Match", person.ETag))).Expect(
            HttpStatusCode.OK
        );
        (await service.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        var token = await service.TokenAsync((string)person["login"]!);
        var middle = token.Length / 2;
        var forged = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];
        (await service.WithTokenAsync(forged)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.WithTokenAsync("")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_token_of_one_instance_is_good_for_another_on_the_same_database(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = TestService.StartOn(database);
        var world = await World.CreateAsync(first);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        var token = await first.TokenAsync((string)person["login"]!);
        await using var second = TestService.StartOn(database);
        (await second.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_of_another_installation_is_refused()
    {
        var service = await TestService.SharedAsync();
        await using var stranger = await TestService.StartAsync();
        var person = await (await World.CreateAsync(stranger)).PersonAsync(TestAccounts.Role("methodist"));
        var token = await stranger.TokenAsync((string)person["login"]!);
        (await service.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
