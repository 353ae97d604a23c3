using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Security;

/// <summary>API keys: revoked, expired, of a blocked account; and what a request may bring beside one.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private readonly TestTime _time = new();
    private TestService _service = null!;
    private World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_time));
        _world = await World.CreateAsync(_service);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_revoked_key_is_refused_at_once()
    {
        var (account, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var client = _service.Client(key);
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.OK);

        var known = await _world.AccountAsync(account.Id);
        var path = $"/accounts/{account.Id}/keys/{known["keys.0.id"]}/revocation";
        var revoked = (await _world.Api.PostAsync(path, null, ("If-Match", known.ETag))).Expect(HttpStatusCode.OK);

        revoked["keys.0.revokedAt"].ShouldNotBeNull();
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var again = await _world.Api.PostAsync(path, null, ("If-Match", revoked.ETag));
        again.ErrorCode.ShouldBe("account.key-already-revoked");
    }

    [Fact]
    public async Task A_key_is_good_to_the_end_of_its_last_day_and_no_longer()
    {
        var (account, _) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        var today = DateOnly.FromDateTime(_time.GetUtcNow().AddHours(3).DateTime);
        using var client = _service.Client(await _world.KeyAsync(account.Id, today.AddDays(1).ToString("O")));

        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromDays(1));
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var past = await _world.Api.PostAsync(
            $"/accounts/{account.Id}/keys",
            new { name = "прошлое", expiresOn = today.AddDays(-1).ToString("O") }
        );
        past.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        past.FieldErrors.ShouldBe(["/expiresOn account.key-expires-in-past"]);
    }

    [Fact]
    public async Task A_blocked_account_is_refused_at_once_and_let_in_again_when_unblocked()
    {
        var (account, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var client = _service.Client(key);
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.OK);

        var known = await _world.AccountAsync(account.Id);
        var blocked = await _world.Api.PostAsync($"/accounts/{account.Id}/blocking", null, ("If-Match", known.ETag));
        blocked.Expect(HttpStatusCode.OK);
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await _world.Api.PostAsync($"/accounts/{account.Id}/unblocking", null, ("If-Match", blocked.ETag))).Expect(
            HttpStatusCode.OK
        );
        (await client.GetAsync("/courses")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_role_is_gone_at_once_also_for_stored_answers()
    {
        var (account, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var client = _service.Client(key);
        var programme = await _world.ProgrammeAsync();
        var once = ("Idempotency-Key", "register-once");
        var registered = await client.PostAsync("/courses", World.CourseBody(programme), once);
        registered.Expect(HttpStatusCode.Created);

        var known = await _world.AccountAsync(account.Id);
        (
            await _world.Api.DeleteAsync(
                $"/accounts/{account.Id}/grants/{known["grants.0.id"]}",
                ("If-Match", known.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        var replayed = await client.PostAsync("/courses", World.CourseBody(programme), once);
        replayed.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_written()
    {
        var (account, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        (await _world.AccountAsync(account.Id))["keys.0.lastUsedAt"].ShouldBeNull();
        using var client = _service.Client(key);
        var before = _time.GetUtcNow();
        (await client.GetAsync("/courses")).Expect(HttpStatusCode.OK);

        await _service.FlushKeyUseAsync();

        var used = (DateTimeOffset)(await _world.AccountAsync(account.Id))["keys.0.lastUsedAt"]!;
        used.ShouldBeInRange(before.AddMilliseconds(-1), _time.GetUtcNow()); // databases keep no ticks
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_stored_nowhere()
    {
        var (account, key) = await _world.ProgramAsync();
        (await _world.AccountAsync(account.Id)).Text.ShouldNotContain(key);
        (await _service.TrailAsync()).ShouldNotContain(key);
        var once = ("Idempotency-Key", "key-once");
        var body = new { name = "повтор" };
        var made = await _world.Api.PostAsync($"/accounts/{account.Id}/keys", body, once);
        var replayed = await _world.Api.PostAsync($"/accounts/{account.Id}/keys", body, once);
        replayed.Id.ShouldBe(made.Id);
        replayed["secret"].ShouldBeNull();
        ((string?)made["secret"]).ShouldNotBeNull();
        (await _service.TrailAsync()).ShouldNotContain((string)made["secret"]!);
    }

    [Fact]
    public async Task Several_keys_are_refused_even_when_one_is_good()
    {
        var (_, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var client = _service.Client(key);
        var answer = await client.GetAsync("/me", ("X-Api-Key", TestService.AdministratorKey));
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_and_a_token_must_name_the_same_account()
    {
        var person = await _world.PersonAsync(TestAccounts.Role("methodist"));
        var own = await _world.KeyAsync(person.Id);
        var token = ("Authorization", "Bearer " + await _service.TokenAsync((string)person["login"]!));
        using var same = _service.Client(own);
        using var other = _service.Client(centre: _world.Centre);
        using var garbage = _service.Client(new string('k', 40));

        (await same.GetAsync("/me", token)).Status.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync("/me", token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await garbage.GetAsync("/me", token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await same.GetAsync("/me", ("Authorization", "Bearer x"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mck_")]
    [InlineData("' OR 1=1 --' OR 1=1 --' OR 1=1 --' OR 1=1 --")]
    public async Task Odd_keys_are_refused(string key)
    {
        using var client = _service.Client(key: null);
        var answer = await client.GetAsync("/me", ("X-Api-Key", key));
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_very_long_key_or_token_is_refused()
    {
        using var client = _service.Client(key: null);
        var endless = new string('a', 20_000);
        (await client.GetAsync("/me", ("X-Api-Key", endless))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("/me", ("Authorization", "Bearer " + endless))).Status.ShouldBe(
            HttpStatusCode.Unauthorized
        );
    }
}
