using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

public sealed class AssignSchoolTests(SupportService support) : IClassFixture<SupportService>
{
    [Fact]
    public async Task A_school_is_taken_into_the_cycle_with_its_people()
    {
        var ground = await support.GroundAsync();

        var assigned = (await ground.AssignAsync()).Expect(HttpStatusCode.Created);

        assigned.Headers.Location!.ToString().ShouldEndWith($"{ground.Participations}/{assigned.Id}");
        assigned.ETag.ShouldBe("\"1\"");
        ((string?)assigned["state"]).ShouldBe("assigned");
        ((int)assigned["year"]!).ShouldBe(2022);
        ((string?)assigned["edition"]).ShouldBe("2022");
        ((Guid)assigned["organisationId"]!).ShouldBe(ground.School);
        ((Guid)assigned["curatorId"]!).ShouldBe(ground.Curator);
        ((Guid)assigned["coordinatorId"]!).ShouldBe(ground.Coordinator);
        ((string?)assigned["assignedOn"]).ShouldBe("2022-01-10");
        var again = await ground.Api.GetAsync($"{ground.Participations}/{assigned.Id}");
        again.Text.ShouldBe(assigned.Text);
    }

    [Fact]
    public async Task One_person_may_be_coordinator_and_curator()
    {
        var ground = await support.GroundAsync();

        (await ground.AssignAsync(coordinator: ground.Curator)).Code.ShouldBe(201);
    }

    [Fact]
    public async Task Who_works_at_the_school_is_not_its_curator()
    {
        var ground = await support.GroundAsync();
        var own = await ground.World.EmployeeAsync(ground.School, ground.Teacher);

        var refused = await ground.AssignAsync(curator: own);

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe(["/curatorId participation.curator-works-at-school"]);
        ((string?)refused["rule.code"]).ShouldBe("RISK-8");
        ((string?)refused["detail"]).ShouldBe("Куратор работает в этой школе. Назначьте того, кто в ней не работает.");
    }

    [Fact]
    public async Task Who_comes_to_the_school_only_later_may_be_its_curator_now()
    {
        var ground = await support.GroundAsync();
        var later = await ground.World.EmployeeAsync(ground.School, ground.Teacher, from: "2022-01-11");

        (await ground.AssignAsync(curator: later, on: "2022-01-10")).Code.ShouldBe(201);
    }

    [Fact]
    public async Task A_curator_holds_no_more_schools_than_the_norm_allows()
    {
        var ground = await support.GroundAsync();
        for (var number = 1; number <= 5; number++)
        {
            await ground.AssignedAsync(await ground.SchoolAsync(number));
        }

        var refused = await ground.AssignAsync();

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe(["/curatorId participation.curator-limit-reached"]);
        ((string?)refused["rule.code"]).ShouldBe("RISK-8");
        ((int)refused["params.limit"]!).ShouldBe(5);
    }

    [Fact]
    public async Task A_school_takes_part_in_a_cycle_once()
    {
        var ground = await support.GroundAsync();
        await ground.AssignedAsync();

        var refused = await ground.AssignAsync();

        refused.Code.ShouldBe(409);
        refused.FieldErrors.ShouldBe(["/organisationId participation.already-assigned"]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Simultaneous_assignments_neither_pass_the_limit_nor_take_a_school_twice(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var ground = await SupportGround.CreateAsync(service, "race");
        var schools = new List<Guid>();
        for (var number = 1; number <= 12; number++)
        {
            schools.Add(await ground.SchoolAsync(number));
        }

        var oneCurator = await Task.WhenAll(schools.Select(school => ground.AssignAsync(school)));
        var oneSchool = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => ground.AssignAsync(curator: ground.Coordinator))
        );

        oneCurator.Count(answer => answer.Code == 201).ShouldBe(5);
        oneCurator.Count(answer => answer.ErrorCode == "participation.curator-limit-reached").ShouldBe(7);
        oneSchool.Count(answer => answer.Code == 201).ShouldBe(1);
        oneSchool.Count(answer => answer.ErrorCode == "participation.already-assigned").ShouldBe(7);
    }

    [Fact]
    public async Task Unknown_ids_are_refused_with_their_place()
    {
        var ground = await support.GroundAsync();
        var nobody = Guid.CreateVersion7();

        (await ground.AssignAsync(school: nobody)).FieldErrors.ShouldBe(["/organisationId organisation.unknown"]);
        (await ground.AssignAsync(curator: nobody)).FieldErrors.ShouldBe(["/curatorId employee.unknown"]);
        (await ground.AssignAsync(coordinator: nobody)).FieldErrors.ShouldBe(["/coordinatorId employee.unknown"]);
        (await ground.AssignAsync(school: ground.Centre)).FieldErrors.ShouldBe([
            "/organisationId participation.not-a-school",
        ]);
    }

    [Fact]
    public async Task People_and_schools_of_another_centre_are_unknown()
    {
        var (ground, other) = (await support.GroundAsync(), await support.GroundAsync());

        (await ground.AssignAsync(school: other.School)).FieldErrors.ShouldBe(["/organisationId organisation.unknown"]);
        (await ground.AssignAsync(curator: other.Curator)).FieldErrors.ShouldBe(["/curatorId employee.unknown"]);
    }

    [Theory]
    [InlineData(2023, "2022-01-10", "/year participation.cycle-unknown")]
    [InlineData(2022, "2021-11-30", "/on participation.outside-cycle")]
    [InlineData(2022, "2023-01-01", "/on participation.outside-cycle")]
    [InlineData(2022, "2099-01-01", "/on participation.in-future")]
    public async Task The_day_lies_in_a_cycle_that_is_open(int year, string on, string error)
    {
        var ground = await support.GroundAsync();

        var refused = await ground.AssignAsync(year: year, on: on);

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe([error]);
    }

    [Fact]
    public async Task A_malformed_assignment_is_refused_whole()
    {
        var ground = await support.GroundAsync();

        var refused = await ground.AssignAsync(school: Guid.Empty, curator: Guid.Empty, year: 1);

        refused.Code.ShouldBe(400);
        refused.FieldErrors.ShouldBe([
            "/year validation.out-of-range",
            "/organisationId validation.required",
            "/curatorId validation.required",
        ]);
    }
}
