using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

/// <summary>How many SQL commands the operations cost: at most 8 a write, 4 a read.</summary>
public sealed class SupportCommandsTests
{
    private const int MostOfWrite = 8;
    private const int MostOfRead = 4;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task No_operation_of_a_participation_costs_more_commands_than_allowed(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await SupportScenario.CreateAsync(service);
        using var counter = service.Sql.Watch(sent => sent.InRequest && sent.CentreId == scenario.World.CentreId);
        await scenario.ClientAsync(scenario.Curator);
        await scenario.ClientAsync(scenario.Coordinator);
        var choice = new { choices = new[] { 1, 2, 4, 5, 9 }.Select(number => new { number }), on = "2022-03-25" };

        // The first request fills the identity cache, which the curator's new grants empty again.
        var counts = new Dictionary<string, int>();
        var school = await CountAsync("assign", () => scenario.AssignAsync());
        school = await CountAsync(
            "curator",
            () => scenario.PutAsync(school, "curator", new { curatorId = scenario.Coordinator, on = "2022-01-11" })
        );
        school = await CountAsync(
            "profile",
            () => scenario.PutAsync(school, "risk-profile", SupportScenario.Profile())
        );
        school = await CountAsync("again", () => scenario.PutAsync(school, "risk-profile", SupportScenario.Profile()));
        school = await CountAsync("priorities", () => scenario.PutAsync(school, "priority-risks", choice));
        school = await CountAsync("start", () => scenario.PostAsync(school, "start", new { on = "2022-04-01" }));
        await CountAsync("closure", () => scenario.PostAsync(school, "closure", new { outcome = "positiveDynamics" }));
        await CountAsync("get", () => scenario.Api.GetAsync($"{scenario.Participations}/{school.Id}"));
        await CountAsync("list", () => scenario.Api.GetAsync(scenario.Participations + "?includeTotal=true"));

        counts.ShouldAllBe(pair => pair.Value <= (pair.Key == "get" || pair.Key == "list" ? MostOfRead : MostOfWrite));

        async Task<Answer> CountAsync(string name, Func<Task<Answer>> act)
        {
            await scenario.Api.GetAsync("/positions?limit=1");
            counter.Restart();
            var answer = await act();
            counts.Add(name, counter.Count);
            answer.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
            return answer;
        }
    }
}
