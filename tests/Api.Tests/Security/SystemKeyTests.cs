using System.Text.Json.Nodes;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Security;

/// <summary>The keys of the system administrator can be taken back. Each test has a service of its own: it is about starts.</summary>
public sealed class SystemKeyTests
{
    private const string Second = "mck_the-second-preset-key-0123456789abcdef";

    [Fact]
    public async Task A_new_preset_replaces_the_old_one()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var first = TestService.StartOn(database))
        {
            using var client = first.Client();
            (await client.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
        }

        await using var second = TestService.StartOn(
            database,
            new Dictionary<string, string?> { ["Bootstrap:ApiKey"] = Second }
        );
        using var old = second.Client();
        using var present = second.Client(Second);

        (await old.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await present.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task They_are_listed_made_for_a_time_and_revoked()
    {
        await using var service = await TestService.StartAsync();
        using var client = service.Client();

        var made = (
            await client.PostAsync("/system/account/keys", new { name = "запасной", expiresOn = "2027-01-31" })
        ).Expect(HttpStatusCode.Created);
        using var spare = service.Client((string)made["secret"]!);
        var listed = (await spare.GetAsync("/system/account")).Expect(HttpStatusCode.OK);
        var keys = listed["keys"]!.AsArray();
        var first = keys.Single(key => (string?)key!["name"] != "запасной")!["id"];
        var revoked = await spare.PostAsync(
            $"/system/account/keys/{first}/revocation",
            null,
            ("If-Match", listed.ETag)
        );

        keys.Count.ShouldBe(2);
        keys.Select(key => key!["expiresAt"]).ShouldContain(end => end != null);
        revoked.Status.ShouldBe(HttpStatusCode.OK, revoked.Text);
        (await client.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await spare.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        var world = await World.SharedAsync();
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        using var administrator = world.Service.Client(key, world.Centre);

        (await administrator.GetAsync("/system/account")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.PostAsync("/system/account/keys", new { name = "мой" })).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task All_are_revoked_by_a_switch_and_the_preset_one_does_not_come_back()
    {
        await using var service = await TestService.StartAsync();
        using var client = service.Client();
        (await client.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);

        var options = new PreparationOptions(false, false, RevokeKeys: true, TestService.AdministratorKey);
        var made = await Preparation.PrepareAsync(service.Services, options, TestContext.Current.CancellationToken);
        var again = await Preparation.PrepareAsync(
            service.Services,
            options with
            {
                RevokeKeys = false,
            },
            TestContext.Current.CancellationToken
        );
        await using var restarted = TestService.StartOn(service.Database);
        using var renewed = restarted.Client(made);
        using var old = restarted.Client();

        made.ShouldNotBeNull();
        again.ShouldBeNull();
        (await old.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var account = (await renewed.GetAsync("/system/account")).Expect(HttpStatusCode.OK);
        ((JsonArray)account["keys"]!).Count(key => key!["revokedAt"] is null).ShouldBe(1);
    }
}
