using MethodCenter.Api.Tests.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Tests.Improvement.Reports;

/// <summary>GET /reports/risk-profiles/{organisationId} (KEM-T20).</summary>
public sealed class RiskProfileReportTests(SupportService support) : IClassFixture<SupportService>
{
    [Fact]
    public async Task Shows_each_factor_and_the_counts()
    {
        var scenario = await support.ScenarioAsync();
        var school = await scenario.ProfiledAsync();
        var chosen = new[] { 1, 2, 4, 9 }.Select(number => new { number, reason = (string?)null });
        var leftOut = new[] { new { number = 5, reason = "решается другой программой" } };
        var planned = await scenario.PutAsync(
            school,
            "priority-risks",
            new
            {
                choices = chosen,
                leftOut,
                on = "2022-03-25",
            }
        );
        planned.Expect(HttpStatusCode.OK);

        var report = (await scenario.Api.GetAsync($"/reports/risk-profiles/{scenario.School}")).Expect(
            HttpStatusCode.OK
        );

        ((string?)report["organisationName"]).ShouldBe("Металлплощадская СОШ");
        report.Json!["profiles"]!.AsArray().Count.ShouldBe(1);
        ((int)report["profiles.0.cycleYear"]!).ShouldBe(2022);
        ((int)report["profiles.0.total"]!).ShouldBe(10);
        ((int)report["profiles.0.high"]!).ShouldBe(5);
        ((int)report["profiles.0.medium"]!).ShouldBe(4);
        ((int)report["profiles.0.low"]!).ShouldBe(1);
        ((int)report["profiles.0.priority"]!).ShouldBe(4);
        ((string?)report["profiles.0.state"]).ShouldBe("planned");
        ((int)report["profiles.0.factors.0.number"]!).ShouldBe(1);
        ((bool)report["profiles.0.factors.0.isPriority"]!).ShouldBeTrue();
        ((bool)report["profiles.0.factors.4.isPriority"]!).ShouldBeFalse();
        ((string?)report["profiles.0.factors.4.reason"]).ShouldBe("решается другой программой");
        ((string?)report["profiles.0.factors.4.levelName"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_school_without_a_profile_has_no_counts()
    {
        var scenario = await support.ScenarioAsync();
        await scenario.AssignedAsync();

        var assigned = await scenario.Api.GetAsync($"/reports/risk-profiles/{scenario.School}");
        var otherYear = await scenario.Api.GetAsync($"/reports/risk-profiles/{scenario.School}?year=2021");

        ((int)assigned.Expect(HttpStatusCode.OK)["profiles.0.total"]!).ShouldBe(0);
        assigned["profiles.0.date"].ShouldBeNull();
        otherYear.Expect(HttpStatusCode.OK).Json!["profiles"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_sees_only_the_schools_within_his_reach()
    {
        var scenario = await support.ScenarioAsync();
        await scenario.ProfiledAsync();
        var other = await scenario.SchoolAsync(2);
        var neighbour = await support.ScenarioAsync();
        var path = $"/reports/risk-profiles/{scenario.School}";

        var operatorHere = await scenario.ClientAsync(Role.SchoolOperator, scenario.School);
        var operatorThere = await scenario.ClientAsync(Role.SchoolOperator, other);
        var registrar = await scenario.ClientAsync(Role.Registrar);

        (await operatorHere.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await operatorThere.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Api.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await registrar.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
