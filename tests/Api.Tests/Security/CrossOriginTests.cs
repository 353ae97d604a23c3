using MethodCenter.Api.Security;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Security;

/// <summary>Front-ends in a browser read answers only from the origins that the operator has named.</summary>
public sealed class CrossOriginTests
{
    private const string Front = "https://front.example";
    private const string Allowed = "Access-Control-Allow-Origin";

    [Fact]
    public async Task A_named_origin_reads_answers_and_refusals_and_no_other_does()
    {
        await using var service = await StartAsync(Front, "https://second.example");
        using var known = service.Client();
        using var unknown = service.Client(key: null);

        var answer = await known.GetAsync("/me", ("Origin", Front));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues(Allowed).ShouldBe([Front]);
        string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")).ShouldContain("ETag");
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();

        var refused = await unknown.GetAsync("/me", ("Origin", Front));
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.GetValues(Allowed).ShouldBe([Front]);

        var foreign = await known.GetAsync("/me", ("Origin", "https://front.example.org"));
        foreign.Headers.Contains(Allowed).ShouldBeFalse();
    }

    [Fact]
    public async Task A_browser_may_ask_beforehand_without_a_key()
    {
        await using var service = await StartAsync(Front);
        using var client = service.Client(key: null);

        var answer = await client.SendAsync(
            HttpMethod.Options,
            "/courses",
            null,
            ("Origin", Front),
            ("Access-Control-Request-Method", "PATCH"),
            ("Access-Control-Request-Headers", "x-api-key,x-centre,if-match,idempotency-key")
        );

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["PATCH"]);
        answer
            .Headers.GetValues("Access-Control-Allow-Headers")
            .ShouldBe(["x-api-key,x-centre,if-match,idempotency-key"]);
    }

    [Fact]
    public async Task By_default_no_origin_is_named()
    {
        await using var service = await StartAsync();
        using var client = service.Client();

        var answer = await client.GetAsync("/me", ("Origin", Front));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains(Allowed).ShouldBeFalse();
    }

    [Fact]
    public async Task One_origin_may_be_named_without_an_index()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Cors:Origins"] = Front }
        );
        using var client = service.Client();

        var answer = await client.GetAsync("/me", ("Origin", Front));

        answer.Headers.GetValues(Allowed).ShouldBe([Front]);
    }

    /// <summary>A path or a star would look like a rule and be none.</summary>
    [Theory]
    [InlineData("*")]
    [InlineData("front.example")]
    [InlineData("https://front.example/app")]
    public void What_is_no_origin_ends_the_start_with_a_sentence(string origin)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Cors:Origins:0"] = origin })
            .Build();

        var refusal = Should.Throw<StartRefusedException>(() => new ServiceCollection().AddCrossOrigin(settings));

        refusal.Message.ShouldContain(origin);
    }

    private static Task<TestService> StartAsync(params string[] origins) =>
        TestService.StartAsync(
            settings: origins.Index().ToDictionary(one => $"Cors:Origins:{one.Index}", one => (string?)one.Item)
        );
}
