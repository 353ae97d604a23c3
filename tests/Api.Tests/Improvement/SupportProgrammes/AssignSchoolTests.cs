using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

public sealed class AssignSchoolTests(SupportService support) : IClassFixture<SupportService>
{
    [Fact]
    public async Task A_school_is_taken_into_the_cycle_with_its_people()
    {
        var scenario = await support.ScenarioAsync();

        var assigned = (await scenario.AssignAsync()).Expect(HttpStatusCode.Created);

        assigned.Headers.Location!.ToString().ShouldEndWith($"{scenario.Participations}/{assigned.Id}");
        assigned.ETag.ShouldBe("\"1\"");
        ((string?)assigned["state"]).ShouldBe("assigned");
        ((int)assigned["year"]!).ShouldBe(2022);
        ((string?)assigned["edition"]).ShouldBe("2022");
        ((Guid)assigned["organisationId"]!).ShouldBe(scenario.School);
        ((Guid)assigned["curatorId"]!).ShouldBe(scenario.Curator);
        ((Guid)assigned["coordinatorId"]!).ShouldBe(scenario.Coordinator);
        ((string?)assigned["assignedOn"]).ShouldBe("2022-01-10");
        var again = await scenario.Api.GetAsync($"{scenario.Participations}/{assigned.Id}");
        again.Text.ShouldBe(assigned.Text);
    }

    [Fact]
    public async Task One_person_may_be_coordinator_and_curator()
    {
        var scenario = await support.ScenarioAsync();

        (await scenario.AssignAsync(coordinator: scenario.Curator)).Code.ShouldBe(201);
    }

    [Fact]
    public async Task Who_works_at_the_school_is_not_its_curator()
    {
        var scenario = await support.ScenarioAsync();
        var own = await scenario.World.EmployeeAsync(scenario.School, scenario.Teacher);

        var refused = await scenario.AssignAsync(curator: own);

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe(["/curatorId participation.curator-works-at-school"]);
        ((string?)refused["rule.code"]).ShouldBe("RISK-8");
        ((string?)refused["detail"]).ShouldBe("Куратор работает в этой школе. Назначьте того, кто в ней не работает.");
    }

    [Fact]
    public async Task Who_comes_to_the_school_only_later_may_be_its_curator_now()
    {
        var scenario = await support.ScenarioAsync();
        var later = await scenario.World.EmployeeAsync(scenario.School, scenario.Teacher, from: "2022-01-11");

        (await scenario.AssignAsync(curator: later, on: "2022-01-10")).Code.ShouldBe(201);
    }

    [Fact]
    public async Task A_curator_holds_no_more_schools_than_the_norm_allows()
    {
        var scenario = await support.ScenarioAsync();
        for (var number = 1; number <= 5; number++)
        {
            await scenario.AssignedAsync(await scenario.SchoolAsync(number));
        }

        var refused = await scenario.AssignAsync();

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe(["/curatorId participation.curator-limit-reached"]);
        ((string?)refused["rule.code"]).ShouldBe("RISK-8");
        ((int)refused["params.limit"]!).ShouldBe(5);
    }

    [Fact]
    public async Task A_school_takes_part_in_a_cycle_once()
    {
        var scenario = await support.ScenarioAsync();
        await scenario.AssignedAsync();

        var refused = await scenario.AssignAsync();

        refused.Code.ShouldBe(409);
        refused.FieldErrors.ShouldBe(["/organisationId participation.already-assigned"]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Simultaneous_assignments_neither_pass_the_limit_nor_take_a_school_twice(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await SupportScenario.CreateAsync(service, "race");
        var schools = new List<Guid>();
        for (var number = 1; number <= 12; number++)
        {
            schools.Add(await scenario.SchoolAsync(number));
        }

        var oneCurator = await Task.WhenAll(schools.Select(school => scenario.AssignAsync(school)));
        var oneSchool = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => scenario.AssignAsync(curator: scenario.Coordinator))
        );

        oneCurator.Count(answer => answer.Code == 201).ShouldBe(5);
        oneCurator.Count(answer => answer.ErrorCode == "participation.curator-limit-reached").ShouldBe(7);
        oneSchool.Count(answer => answer.Code == 201).ShouldBe(1);
        oneSchool.Count(answer => answer.ErrorCode == "participation.already-assigned").ShouldBe(7);
    }

    [Fact]
    public async Task Unknown_ids_are_refused_with_their_place()
    {
        var scenario = await support.ScenarioAsync();
        var nobody = Guid.CreateVersion7();

        (await scenario.AssignAsync(school: nobody)).FieldErrors.ShouldBe(["/organisationId organisation.unknown"]);
        (await scenario.AssignAsync(curator: nobody)).FieldErrors.ShouldBe(["/curatorId employee.unknown"]);
        (await scenario.AssignAsync(coordinator: nobody)).FieldErrors.ShouldBe(["/coordinatorId employee.unknown"]);
        (await scenario.AssignAsync(school: scenario.Centre)).FieldErrors.ShouldBe([
            "/organisationId participation.not-a-school",
        ]);
    }

    [Fact]
    public async Task People_and_schools_of_another_centre_are_unknown()
    {
        var (scenario, other) = (await support.ScenarioAsync(), await support.ScenarioAsync());

        (await scenario.AssignAsync(school: other.School)).FieldErrors.ShouldBe([
            "/organisationId organisation.unknown",
        ]);
        (await scenario.AssignAsync(curator: other.Curator)).FieldErrors.ShouldBe(["/curatorId employee.unknown"]);
    }

    [Theory]
    [InlineData(2023, "2022-01-10", "/year participation.cycle-unknown")]
    [InlineData(2022, "2021-11-30", "/on participation.outside-cycle")]
    [InlineData(2022, "2023-01-01", "/on participation.outside-cycle")]
    [InlineData(2022, "2099-01-01", "/on participation.in-future")]
    public async Task The_day_lies_in_a_cycle_that_is_open(int year, string on, string error)
    {
        var scenario = await support.ScenarioAsync();

        var refused = await scenario.AssignAsync(year: year, on: on);

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe([error]);
    }

    [Fact]
    public async Task A_malformed_assignment_is_refused_whole()
    {
        var scenario = await support.ScenarioAsync();

        var refused = await scenario.AssignAsync(school: Guid.Empty, curator: Guid.Empty, year: 1);

        refused.Code.ShouldBe(400);
        refused.FieldErrors.ShouldBe([
            "/year validation.out-of-range",
            "/organisationId validation.required",
            "/curatorId validation.required",
        ]);
    }
}
