using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MethodCenter.Api.Tests.Security;

/// <summary>Tokens of an external issuer: the good one is let in, every other is refused.</summary>
public sealed class ExternalIssuerTests : IAsyncLifetime
{
    private const string Subject = "Subject-42";
    private TestIssuer _issuer = null!;
    private TestService _service = null!;
    private Answer _person = null!;
    private string _centre = "";

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _service = await TestService.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["Oidc:Authority"] = _issuer.Address,
                ["Oidc:Audience"] = TestIssuer.Audience,
                ["Oidc:RequireHttps"] = "false",
            }
        );
        var world = await World.CreateAsync(_service);
        _centre = world.Centre;
        var person = await world.PersonAsync(TestAccounts.Role("methodist"));
        _person = (
            await world.Api.PatchAsync(
                $"/accounts/{person.Id}",
                new { externalIdentity = new { issuer = _issuer.Address, subject = Subject } },
                ("If-Match", person.ETag)
            )
        ).Expect(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_is_its_subjects_account()
    {
        var me = (await _service.WithTokenAsync(_issuer.Token(Subject))).Expect(HttpStatusCode.OK);
        me.Id.ShouldBe(_person.Id);
    }

    [Fact]
    public async Task The_services_own_tokens_stay_good()
    {
        var token = await _service.TokenAsync((string)_person["login"]!);
        (await _service.WithTokenAsync(token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_expired_token_is_refused() =>
        await RefusedAsync(_issuer.Token(Subject, expiresIn: TimeSpan.FromMinutes(-2)));

    [Fact]
    public async Task A_token_for_someone_else_is_refused() =>
        await RefusedAsync(_issuer.Token(Subject, audience: "another-service"));

    [Fact]
    public async Task A_token_that_names_another_issuer_is_refused() =>
        await RefusedAsync(_issuer.Token(Subject, issuer: "https://issuer.example"));

    [Fact]
    public async Task An_unsigned_token_is_refused() => await RefusedAsync(_issuer.UnsignedToken(Subject));

    [Fact]
    public async Task A_token_signed_with_an_unknown_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var own = new RsaSecurityKey(rsa) { KeyId = _issuer.Key.KeyId };
        await RefusedAsync(
            _issuer.Token(Subject, signedWith: new SigningCredentials(own, SecurityAlgorithms.RsaSha256))
        );
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var secret = new SymmetricSecurityKey(_issuer.PublicKey) { KeyId = _issuer.Key.KeyId };
        await RefusedAsync(
            _issuer.Token(Subject, signedWith: new SigningCredentials(secret, SecurityAlgorithms.HmacSha256))
        );
    }

    /// <summary>What is critical must be understood (RFC 7515 4.1.11).</summary>
    [Fact]
    public async Task A_token_with_a_critical_header_is_refused() =>
        await RefusedAsync(
            _issuer.Token(
                Subject,
                header: new Dictionary<string, object> { ["crit"] = new[] { "exp-ext" }, ["exp-ext"] = true }
            )
        );

    [Fact]
    public async Task A_subject_is_bound_in_each_centre_by_itself()
    {
        var other = await World.CreateAsync(_service);
        var person = await other.PersonAsync(TestAccounts.Role("methodist"));
        (
            await other.Api.PatchAsync(
                $"/accounts/{person.Id}",
                new { externalIdentity = new { issuer = _issuer.Address, subject = Subject } },
                ("If-Match", person.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        using var client = _service.Client(key: null);
        var token = ("Authorization", $"Bearer {_issuer.Token(Subject)}");

        // Neither is taken for the other: who does not say which centre he means is let into none.
        (await client.GetAsync("/me", token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("/me", token, ("X-Centre", other.Centre))).Id.ShouldBe(person.Id);
        (await client.GetAsync("/me", token, ("X-Centre", _centre))).Id.ShouldBe(_person.Id);
    }

    [Theory]
    [InlineData("subject-42")]
    [InlineData("Subject-42 ")]
    [InlineData("")]
    [InlineData("Subject-43")]
    public async Task Another_subject_is_nobody(string subject) => await RefusedAsync(_issuer.Token(subject));

    [Fact]
    public async Task Subjects_in_an_array_are_nobody() =>
        await RefusedAsync(_issuer.Token(new[] { Subject, "Subject-43" }));

    [Fact]
    public async Task An_issuer_that_is_away_lets_nobody_in_and_holds_nobody_up()
    {
        var token = _issuer.Token(Subject);
        await _issuer.StopAsync();

        await RefusedAsync(token);
        var own = await _service.TokenAsync((string)_person["login"]!);
        (await _service.WithTokenAsync(own)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.")]
    public async Task What_only_looks_like_a_token_is_refused(string token) => await RefusedAsync(token);

    private async Task RefusedAsync(string token)
    {
        var answer = await _service.WithTokenAsync(token);
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ErrorCode.ShouldBe("security.not-signed-in");
    }
}
