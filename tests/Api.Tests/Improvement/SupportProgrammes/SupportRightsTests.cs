using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

/// <summary>Who may do what, and sees which schools.</summary>
public sealed class SupportRightsTests(SupportService support) : IClassFixture<SupportService>
{
    [Fact]
    public async Task Assignment_opens_the_school_to_the_account_of_the_curator_and_nothing_else()
    {
        var ground = await support.GroundAsync();
        var curator = await ground.ClientAsync(ground.Curator);
        (await curator.GetAsync(ground.Participations)).Code.ShouldBe(403);
        var other = await ground.AssignAsync(await ground.SchoolAsync(1), curator: ground.Coordinator);

        var own = await ground.AssignedAsync();

        var seen = (await curator.GetAsync(ground.Participations + "?includeTotal=true")).Expect(HttpStatusCode.OK);
        ((int)seen["total"]!).ShouldBe(1);
        ((Guid)seen["items.0.id"]!).ShouldBe(own.Id);
        (await curator.GetAsync($"{ground.Participations}/{own.Id}")).Code.ShouldBe(200);
        (await curator.GetAsync($"{ground.Participations}/{other.Id}")).Code.ShouldBe(404);
        (await curator.GetAsync($"/organisations/{ground.School}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_replaced_curator_hands_the_school_over()
    {
        var ground = await support.GroundAsync();
        var successor = await ground.World.EmployeeAsync(ground.Centre, ground.Teacher);
        var (former, latter) = (await ground.ClientAsync(ground.Curator), await ground.ClientAsync(successor));
        var assigned = await ground.AssignedAsync();

        var replaced = await ground.PutAsync(assigned, "curator", new { curatorId = successor, on = "2022-05-01" });

        replaced.Code.ShouldBe(200);
        ((Guid)replaced["curatorId"]!).ShouldBe(successor);
        ((string?)replaced["curatorSince"]).ShouldBe("2022-05-01");
        (await former.GetAsync($"{ground.Participations}/{assigned.Id}")).Code.ShouldBe(403);
        (await latter.GetAsync($"{ground.Participations}/{assigned.Id}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_replaced_curator_keeps_a_school_that_is_his_in_another_cycle()
    {
        var ground = await support.GroundAsync();
        (
            await ground.Api.PostAsync($"/support-programmes/{ground.Programme}/cycles", SupportGround.Cycle(2023))
        ).Expect(HttpStatusCode.Created);
        var curator = await ground.ClientAsync(ground.Curator);
        var first = await ground.AssignedAsync();
        (await ground.AssignAsync(year: 2023, on: "2022-12-15")).Expect(HttpStatusCode.Created);

        var replaced = await ground.PutAsync(first, "curator", new { curatorId = ground.Coordinator });

        replaced.Code.ShouldBe(200);
        (await curator.GetAsync($"{ground.Participations}/{first.Id}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_role_granted_by_hand_outlives_the_replacement()
    {
        var ground = await support.GroundAsync();
        var curator = await ground.ClientAsync(ground.Curator, (Role.Curator, ground.School, "Приказ № 7"));
        var assigned = await ground.AssignedAsync();

        (await ground.PutAsync(assigned, "curator", new { curatorId = ground.Coordinator })).Expect(HttpStatusCode.OK);

        (await curator.GetAsync($"{ground.Participations}/{assigned.Id}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_successor_is_bound_as_the_first_curator_was()
    {
        var ground = await support.GroundAsync();
        var assigned = await ground.AssignedAsync();
        var own = await ground.World.EmployeeAsync(ground.School, ground.Teacher);

        var works = await ground.PutAsync(assigned, "curator", new { curatorId = own });
        var same = await ground.PutAsync(assigned, "curator", new { curatorId = ground.Curator });
        var early = await ground.PutAsync(
            assigned,
            "curator",
            new { curatorId = ground.Coordinator, on = "2022-01-09" }
        );
        var unknown = await ground.PutAsync(assigned, "curator", new { curatorId = Guid.CreateVersion7() });

        (works.Code, works.ErrorCode).ShouldBe((422, "participation.curator-works-at-school"));
        (same.Code, same.ErrorCode).ShouldBe((409, "participation.same-curator"));
        (early.Code, early.ErrorCode).ShouldBe((422, "participation.day-too-early"));
        unknown.FieldErrors.ShouldBe(["/curatorId employee.unknown"]);
    }

    [Fact]
    public async Task A_coordinator_may_be_replaced_by_anyone_known()
    {
        var ground = await support.GroundAsync();
        var assigned = await ground.AssignedAsync();

        var unknown = await ground.PutAsync(assigned, "coordinator", new { coordinatorId = Guid.CreateVersion7() });
        var replaced = await ground.PutAsync(assigned, "coordinator", new { coordinatorId = ground.Curator });

        unknown.FieldErrors.ShouldBe(["/coordinatorId employee.unknown"]);
        replaced.Code.ShouldBe(200);
        ((Guid)replaced["coordinatorId"]!).ShouldBe(ground.Curator);
    }

    [Fact]
    public async Task A_school_chooses_its_own_priority_risks_and_no_others()
    {
        var ground = await support.GroundAsync();
        var operatorOfSchool = await ground.ClientAsync(Role.SchoolOperator, ground.School);
        var own = await ground.ProfiledAsync();
        var foreign = await ground.ProfiledAsync(await ground.SchoolAsync(1));
        var choice = new { choices = new[] { 1, 2, 4, 5, 9 }.Select(number => new { number }) };

        (await ground.PutAsync(foreign, "priority-risks", choice, operatorOfSchool)).Code.ShouldBe(404);
        (await ground.PutAsync(own, "risk-profile", SupportGround.Profile(), operatorOfSchool)).Code.ShouldBe(403);
        var chosen = await ground.PutAsync(own, "priority-risks", choice, operatorOfSchool);

        chosen.Code.ShouldBe(200);
        ((string?)chosen["state"]).ShouldBe("planned");
    }

    [Fact]
    public async Task A_curator_plans_nothing_for_the_school_and_attests_that_work_began()
    {
        var ground = await support.GroundAsync();
        var curator = await ground.ClientAsync(ground.Curator);
        var profiled = await ground.ProfiledAsync();
        var choice = new { choices = new[] { 1, 2, 4, 5, 9 }.Select(number => new { number }), on = "2022-03-25" };

        (await ground.PutAsync(profiled, "priority-risks", choice, curator)).Code.ShouldBe(403);
        var planned = (await ground.PutAsync(profiled, "priority-risks", choice)).Expect(HttpStatusCode.OK);
        var started = (await ground.PostAsync(planned, "start", new { on = "2022-04-01" }, curator)).Expect(
            HttpStatusCode.OK
        );
        var closed = await ground.PostAsync(started, "closure", new { outcome = "exitedLowResults" }, curator);

        closed.Code.ShouldBe(403);
    }

    [Fact]
    public async Task The_support_coordinator_does_all_of_it()
    {
        var ground = await support.GroundAsync();
        var coordinator = await ground.ClientAsync(Role.SupportCoordinator);

        (await ground.AssignAsync(by: coordinator)).Code.ShouldBe(201);
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
        var ground = await support.GroundAsync();
        var client = await ground.ClientAsync(role);

        (await ground.AssignAsync(by: client)).Code.ShouldBe(403);
        (await client.GetAsync(ground.Participations)).Code.ShouldBe(403);
        (await client.GetAsync("/support-programmes")).Code.ShouldBe(403);
        (await client.PostAsync("/support-programmes", new { code = "x", name = "Икс" })).Code.ShouldBe(403);
        (await client.GetAsync("/risk-editions")).Code.ShouldBe(403);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        var ground = await support.GroundAsync();
        using var nobody = support.Service.Client(null, ground.World.Centre);

        (await nobody.GetAsync(ground.Participations)).Code.ShouldBe(401);
    }
}
