namespace MethodCenter.Api.Tests.Security;

/// <summary>Accounts as tests need them, made over HTTP.</summary>
internal static class TestAccounts
{
    public const string Password = "верный пароль 2026";

    /// <summary>A program with roles and a key.</summary>
    public static async Task<(Answer Account, string Key)> ProgramAsync(this World world, params object[] roles)
    {
        var account = await world.RegisterAsync("service", null, roles);
        var key = await world.KeyAsync(account.Id);
        return (account, key);
    }

    /// <summary>A person who signs in with <see cref="Password"/>.</summary>
    public static Task<Answer> PersonAsync(this World world, params object[] roles) =>
        world.RegisterAsync("person", Password, roles);

    public static async Task<string> KeyAsync(this World world, Guid accountId, string? expiresOn = null)
    {
        var key = await world.Api.PostAsync($"/accounts/{accountId}/keys", new { name = "ключ теста", expiresOn });
        return (string)key.Expect(HttpStatusCode.Created)["secret"]!;
    }

    public static async Task<Answer> AccountAsync(this World world, Guid id) =>
        (await world.Api.GetAsync($"/accounts/{id}")).Expect(HttpStatusCode.OK);

    /// <summary>A bearer token got with the password.</summary>
    public static async Task<string> TokenAsync(this TestService service, string login, string password = Password)
    {
        using var client = service.Client(key: null);
        var answer = await client.PostAsync("/auth/token", new { login, password });
        return (string)answer.Expect(HttpStatusCode.OK)["accessToken"]!;
    }

    public static Task<Answer> WithTokenAsync(this TestService service, string token, string path = "/me") =>
        service.Client(key: null).GetAsync(path, ("Authorization", $"Bearer {token}"));

    public static object Role(string role, Guid? organisationId = null) => new { role, organisationId };

    private static async Task<Answer> RegisterAsync(this World world, string kind, string? password, object[] roles)
    {
        var login = $"{kind}-{Guid.NewGuid():N}";
        var answer = await world.Api.PostAsync(
            "/accounts",
            new
            {
                kind,
                login,
                displayName = "Учётная запись теста",
                password,
                roles,
            }
        );
        return answer.Expect(HttpStatusCode.Created);
    }
}
