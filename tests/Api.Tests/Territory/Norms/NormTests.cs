using MethodCenter.Api.Tests.Foundation;

namespace MethodCenter.Api.Tests.Territory.Norms;

public sealed class NormTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Fact]
    public async Task A_norm_of_the_centre_decides_from_its_day_on_and_in_that_centre_only()
    {
        var (mine, other) = (await foundation.NewWorldAsync(), await foundation.NewWorldAsync());
        var set = await mine.Api.PostAsync(
            "/norms",
            new
            {
                code = "programme.development-least-hours",
                value = "36",
                validFrom = "2026-01-01",
                basis = "приказ центра № 5",
            }
        );
        object Programme(string code, string approvedOn) =>
            new
            {
                code,
                title = "П",
                kind = "professionalDevelopment",
                hours = 24,
                line = "ict",
                form = "fullTime",
                approvedOn,
            };

        set.Status.ShouldBe(HttpStatusCode.Created);
        var refused = await mine.Api.PostAsync("/programmes", Programme("a", "2026-01-01"));
        ((string?)refused["rule.basis"]).ShouldBe("приказ центра № 5");
        (await mine.Api.PostAsync("/programmes", Programme("b", "2025-12-31"))).Status.ShouldBe(HttpStatusCode.Created);
        (await other.Api.PostAsync("/programmes", Programme("c", "2026-01-01"))).Status.ShouldBe(
            HttpStatusCode.Created
        );
    }

    [Theory]
    [InlineData("no.such-norm", "1", "/code norm.unknown-code")]
    [InlineData("programme.retraining-least-hours", "many", "/value norm.wrong-value")]
    [InlineData("programme.retraining-least-hours", "0", "/value norm.wrong-value")]
    public async Task A_norm_must_be_known_and_its_value_possible(string code, string value, string error)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync(
            "/norms",
            new
            {
                code,
                value,
                validFrom = "2026-01-01",
                basis = "приказ",
            }
        );

        answer.FieldErrors.ShouldBe([error]);
    }

    [Fact]
    public async Task The_list_shows_shipped_and_own_norms_with_their_sources_on_a_day()
    {
        var world = await foundation.NewWorldAsync();

        var before = await world.Api.GetAsync("/norms?code=programme.retraining&on=2025-08-31");
        var after = await world.Api.GetAsync("/norms?code=programme.retraining&on=2025-09-01");

        ((string)before["items.0.basis"]!).ShouldContain("№ 499");
        ((string)after["items.0.basis"]!).ShouldContain("№ 266");
        after["items"]!.AsArray().Count.ShouldBe(1);
    }
}
