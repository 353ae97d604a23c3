namespace MethodCenter.Api.Tests.Security;

/// <summary>Sign-ins, good and refused, and requests that were refused are in the audit of the centre.</summary>
public sealed class SignInAuditTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Sign_ins_are_in_the_audit_good_and_refused()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        using var client = service.Client(key: null);

        await service.TokenAsync((string)person["login"]!);
        await client.PostAsync(
            "/auth/token",
            new { login = (string)person["login"]!, password = "неверный пароль 2026" }
        );

        await UntilAsync(world, $"kind=signedIn&accountId={person.Id}&useCase=SignIn");
        var refused = await UntilAsync(world, $"kind=refused&accountId={person.Id}&useCase=SignIn");
        ((string?)refused["items.0.changes.0.field"]).ShouldBe("account.wrong-credentials");
        refused.Text.ShouldNotContain("неверный");
    }

    [Fact]
    public async Task Refused_requests_are_in_the_audit()
    {
        var world = await World.SharedAsync();
        var (account, key) = await world.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = world.Service.Client(key, world.Centre);

        (await methodist.GetAsync("/accounts")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var refused = await UntilAsync(world, $"kind=refused&accountId={account.Id}");
        ((string?)refused["items.0.useCase"]).ShouldBe("ListAccounts");
        ((string?)refused["items.0.changes.0.field"]).ShouldBe("security.may-not");
    }

    private static async Task<Answer> UntilAsync(World world, string query)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = (await world.Api.GetAsync($"/audit?{query}")).Expect(HttpStatusCode.OK);
            if (found["items"]!.AsArray().Count > 0)
            {
                return found;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
