using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

/// <summary>Who may do what, and sees which schools.</summary>
public sealed class SupportRightsTests(SupportService support) : IClassFixture<SupportService>
{
    [Fact]
    public async Task Assignment_opens_the_school_to_the_account_of_the_curator_and_nothing_else()
    {
        var scenario = await support.ScenarioAsync();
        var curator = await scenario.ClientAsync(scenario.Curator);
        (await curator.GetAsync(scenario.Participations)).Code.ShouldBe(403);
        var other = await scenario.AssignAsync(await scenario.SchoolAsync(1), curator: scenario.Coordinator);

        var own = await scenario.AssignedAsync();

        var seen = (await curator.GetAsync(scenario.Participations + "?includeTotal=true")).Expect(HttpStatusCode.OK);
        ((int)seen["total"]!).ShouldBe(1);
        ((Guid)seen["items.0.id"]!).ShouldBe(own.Id);
        (await curator.GetAsync($"{scenario.Participations}/{own.Id}")).Code.ShouldBe(200);
        (await curator.GetAsync($"{scenario.Participations}/{other.Id}")).Code.ShouldBe(404);
        (await curator.GetAsync($"/organisations/{scenario.School}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_replaced_curator_hands_the_school_over()
    {
        var scenario = await support.ScenarioAsync();
        var successor = await scenario.World.EmployeeAsync(scenario.Centre, scenario.Teacher);
        var (former, latter) = (await scenario.ClientAsync(scenario.Curator), await scenario.ClientAsync(successor));
        var assigned = await scenario.AssignedAsync();

        var replaced = await scenario.PutAsync(assigned, "curator", new { curatorId = successor, on = "2022-05-01" });

        replaced.Code.ShouldBe(200);
        ((Guid)replaced["curatorId"]!).ShouldBe(successor);
        ((string?)replaced["curatorSince"]).ShouldBe("2022-05-01");
        (await former.GetAsync($"{scenario.Participations}/{assigned.Id}")).Code.ShouldBe(403);
        (await latter.GetAsync($"{scenario.Participations}/{assigned.Id}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_replaced_curator_keeps_a_school_that_is_his_in_another_cycle()
    {
        var scenario = await support.ScenarioAsync();
        (
            await scenario.Api.PostAsync(
                $"/support-programmes/{scenario.Programme}/cycles",
                SupportScenario.Cycle(2023)
            )
        ).Expect(HttpStatusCode.Created);
        var curator = await scenario.ClientAsync(scenario.Curator);
        var first = await scenario.AssignedAsync();
        (await scenario.AssignAsync(year: 2023, on: "2022-12-15")).Expect(HttpStatusCode.Created);

        var replaced = await scenario.PutAsync(first, "curator", new { curatorId = scenario.Coordinator });

        replaced.Code.ShouldBe(200);
        (await curator.GetAsync($"{scenario.Participations}/{first.Id}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_role_granted_by_hand_outlives_the_replacement()
    {
        var scenario = await support.ScenarioAsync();
        var curator = await scenario.ClientAsync(scenario.Curator, (Role.Curator, scenario.School, "Приказ № 7"));
        var assigned = await scenario.AssignedAsync();

        (await scenario.PutAsync(assigned, "curator", new { curatorId = scenario.Coordinator })).Expect(
            HttpStatusCode.OK
        );

        (await curator.GetAsync($"{scenario.Participations}/{assigned.Id}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_successor_is_bound_as_the_first_curator_was()
    {
        var scenario = await support.ScenarioAsync();
        var assigned = await scenario.AssignedAsync();
        var own = await scenario.World.EmployeeAsync(scenario.School, scenario.Teacher);

        var works = await scenario.PutAsync(assigned, "curator", new { curatorId = own });
        var same = await scenario.PutAsync(assigned, "curator", new { curatorId = scenario.Curator });
        var early = await scenario.PutAsync(
            assigned,
            "curator",
            new { curatorId = scenario.Coordinator, on = "2022-01-09" }
        );
        var unknown = await scenario.PutAsync(assigned, "curator", new { curatorId = Guid.CreateVersion7() });

        (works.Code, works.ErrorCode).ShouldBe((422, "participation.curator-works-at-school"));
        (same.Code, same.ErrorCode).ShouldBe((409, "participation.same-curator"));
        (early.Code, early.ErrorCode).ShouldBe((422, "participation.day-too-early"));
        unknown.FieldErrors.ShouldBe(["/curatorId employee.unknown"]);
    }

    [Fact]
    public async Task A_coordinator_may_be_replaced_by_anyone_known()
    {
        var scenario = await support.ScenarioAsync();
        var assigned = await scenario.AssignedAsync();

        var unknown = await scenario.PutAsync(assigned, "coordinator", new { coordinatorId = Guid.CreateVersion7() });
        var replaced = await scenario.PutAsync(assigned, "coordinator", new { coordinatorId = scenario.Curator });

        unknown.FieldErrors.ShouldBe(["/coordinatorId employee.unknown"]);
        replaced.Code.ShouldBe(200);
        ((Guid)replaced["coordinatorId"]!).ShouldBe(scenario.Curator);
    }

    [Fact]
    public async Task A_school_chooses_its_own_priority_risks_and_no_others()
    {
        var scenario = await support.ScenarioAsync();
        var operatorOfSchool = await scenario.ClientAsync(Role.SchoolOperator, scenario.School);
        var own = await scenario.ProfiledAsync();
        var foreign = await scenario.ProfiledAsync(await scenario.SchoolAsync(1));
        var choice = new { choices = new[] { 1, 2, 4, 5, 9 }.Select(number => new { number }) };

        (await scenario.PutAsync(foreign, "priority-risks", choice, operatorOfSchool)).Code.ShouldBe(404);
        (await scenario.PutAsync(own, "risk-profile", SupportScenario.Profile(), operatorOfSchool)).Code.ShouldBe(403);
        var diagnosis = new
        {
            origin = "own",
            source = "Самодиагностика школы",
            date = "2022-03-01",
            factors = Enumerable.Range(1, 10).Select(number => new { number, level = "medium" }),
        };
        (await scenario.PutAsync(foreign, "risk-profile", diagnosis, operatorOfSchool)).Code.ShouldBe(404);
        own = (await scenario.PutAsync(own, "risk-profile", diagnosis, operatorOfSchool)).Expect(HttpStatusCode.OK);
        var report = await operatorOfSchool.GetAsync($"/reports/risk-profiles/{scenario.School}");
        ((string?)report["profiles.0.ownSource"], (string?)report["profiles.0.factors.0.ownLevel"]).ShouldBe(
            ("Самодиагностика школы", "medium")
        );
        ((string?)report["profiles.0.factors.0.level"]).ShouldNotBe("medium");
        var chosen = await scenario.PutAsync(own, "priority-risks", choice, operatorOfSchool);

        chosen.Code.ShouldBe(200);
        ((string?)chosen["state"]).ShouldBe("planned");
    }

    [Fact]
    public async Task A_curator_plans_nothing_for_the_school_and_attests_that_work_began()
    {
        var scenario = await support.ScenarioAsync();
        var curator = await scenario.ClientAsync(scenario.Curator);
        var profiled = await scenario.ProfiledAsync();
        var choice = new { choices = new[] { 1, 2, 4, 5, 9 }.Select(number => new { number }), on = "2022-03-25" };

        (await scenario.PutAsync(profiled, "priority-risks", choice, curator)).Code.ShouldBe(403);
        var planned = (await scenario.PutAsync(profiled, "priority-risks", choice)).Expect(HttpStatusCode.OK);
        var started = (await scenario.PostAsync(planned, "start", new { on = "2022-04-01" }, curator)).Expect(
            HttpStatusCode.OK
        );
        var closed = await scenario.PostAsync(started, "closure", new { outcome = "exitedLowResults" }, curator);

        closed.Code.ShouldBe(403);
    }

    [Fact]
    public async Task The_support_coordinator_does_all_of_it()
    {
        var scenario = await support.ScenarioAsync();
        var coordinator = await scenario.ClientAsync(Role.SupportCoordinator);

        (await scenario.AssignAsync(by: coordinator)).Code.ShouldBe(201);
    }

    [Theory]
    [InlineData(Role.Methodist)]
    [InlineData(Role.Registrar)]
    [InlineData(Role.AttestationSpecialist)]
    [InlineData(Role.Expert)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    public async Task Other_roles_have_no_part_in_it(Role role)
    {
        var scenario = await support.ScenarioAsync();
        var client = await scenario.ClientAsync(role);

        (await scenario.AssignAsync(by: client)).Code.ShouldBe(403);
        (await client.GetAsync(scenario.Participations)).Code.ShouldBe(403);
        (await client.GetAsync("/support-programmes")).Code.ShouldBe(403);
        (await client.PostAsync("/support-programmes", new { code = "x", name = "Икс" })).Code.ShouldBe(403);
        (await client.GetAsync("/risk-editions")).Code.ShouldBe(403);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        var scenario = await support.ScenarioAsync();
        using var nobody = support.Service.Client(null, scenario.World.Centre);

        (await nobody.GetAsync(scenario.Participations)).Code.ShouldBe(401);
    }
}
