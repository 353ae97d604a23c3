using MethodCenter.Api.Tests.Security;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Office.Changes;

/// <summary>The feed tells nobody of what he may not read.</summary>
[Collection("feed")]
public sealed class ChangeVisibilityTests
{
    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_operator_hears_of_his_own_school_and_of_what_all_share(DatabaseProvider provider)
    {
        using var scenario = await Scenario.CreateAsync(provider);
        var start = await scenario.World.PositionOfFeedAsync(scenario.Service);
        var (colleague, stranger) = (
            await scenario.World.EmployeeAsync(scenario.Own, scenario.Teacher),
            await scenario.World.EmployeeAsync(scenario.Other, scenario.Teacher)
        );
        var course = await scenario.World.OpenCourseAsync(await scenario.World.ProgrammeAsync());
        var enrolments = $"/courses/{course.Id}/enrolments";
        var seen = await scenario.World.Api.PostAsync(enrolments, new { employeeId = colleague });
        await scenario.World.Api.PostAsync(enrolments, new { employeeId = stranger });
        (
            await scenario.World.Api.PatchAsync(
                $"/organisations/{scenario.Other}",
                new { shortName = "Соседи" },
                ("If-Match", "\"1\"")
            )
        ).Expect(HttpStatusCode.OK);
        await scenario.Service.UntilToldAsync(TestContext.Current.CancellationToken);

        var page = await scenario.Operator.GetAsync($"/changes?after={start}");

        // The course, its programme and its counts are no secret; people and enrolments of other schools are.
        page.Told()
            .CountBy(text => text.Split(' ')[0])
            .ShouldBe(
                [new("employees", 1), new("programmes", 1), new("courses", 4), new("enrolments", 1)],
                ignoreOrder: true
            );
        page.Ids().ShouldContain(colleague);
        page.Ids().ShouldContain(seen.Id);
        ((long)page["position"]!).ShouldBe(await scenario.World.PositionOfFeedAsync(scenario.Service));
        (await scenario.Operator.GetAsync($"/changes?after={start}&types=employees")).Ids().ShouldBe([colleague]);
    }

    [Fact]
    public async Task Another_centre_hears_nothing()
    {
        using var scenario = await Scenario.CreateAsync(DatabaseProvider.Sqlite);
        var other = await World.CreateAsync(scenario.Service, "other");
        var start = await other.PositionOfFeedAsync(scenario.Service);
        await scenario.World.EmployeeAsync(scenario.Own, scenario.Teacher);

        var page = await other.FeedAsync(scenario.Service, start);

        page.Told().ShouldBeEmpty();
        ((long)page["position"]!).ShouldBe(start + 1);
        var (_, key) = await other.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        using var client = scenario.Service.Client(key);
        var all = await client.GetAsync("/changes?limit=1000");
        all.Ids().ShouldContain(other.CentreId);
        all.Ids().ShouldNotContain(scenario.Own);
        all.Ids().ShouldNotContain(scenario.World.CentreId);
    }

    [Fact]
    public async Task A_role_hears_of_the_types_that_it_may_read()
    {
        using var scenario = await Scenario.CreateAsync(DatabaseProvider.Sqlite);
        await scenario.World.EmployeeAsync(scenario.Own, scenario.Teacher);
        await scenario.World.ProgrammeAsync();
        await scenario.Service.UntilToldAsync(TestContext.Current.CancellationToken);
        var (_, analyst) = await scenario.World.ProgramAsync(TestAccounts.Role("analyst"));
        var (_, auditor) = await scenario.World.ProgramAsync(TestAccounts.Role("auditor"));
        using var reader = scenario.Service.Client(analyst);
        using var nobody = scenario.Service.Client(auditor);

        var told = (await reader.GetAsync("/changes?limit=1000")).Told().Select(text => text.Split(' ')[0]).Distinct();
        told.ShouldBe(["centres", "organisations", "programmes"], ignoreOrder: true);
        var refused = await reader.GetAsync("/changes?types=programmes,employees");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        ((string?)refused["params.permission"]).ShouldBe("employees.read");
        (await reader.GetAsync("/changes/position")).Status.ShouldBe(HttpStatusCode.OK);
        (await nobody.GetAsync("/changes")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await nobody.GetAsync("/changes/position")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Each_type_is_seen_in_the_scope_of_its_own_permission()
    {
        using var scenario = await Scenario.CreateAsync(DatabaseProvider.Sqlite);
        var (mine, theirs) = (
            await scenario.World.EmployeeAsync(scenario.Own, scenario.Teacher),
            await scenario.World.EmployeeAsync(scenario.Other, scenario.Teacher)
        );
        var course = await scenario.World.OpenCourseAsync(await scenario.World.ProgrammeAsync());
        foreach (var person in new[] { mine, theirs })
        {
            await scenario.World.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = person });
        }

        // The analyst sees the organisations of the whole centre, the operator the people of one.
        var roles = new[] { TestAccounts.Role("analyst"), TestAccounts.Role("schoolOperator", scenario.Own) };
        var (_, key) = await scenario.World.ProgramAsync(roles);
        using var client = scenario.Service.Client(key);
        await scenario.Service.UntilToldAsync(TestContext.Current.CancellationToken);

        (await client.GetAsync("/changes?types=organisations&limit=1000"))
            .Ids()
            .ShouldBe([scenario.Own, scenario.Other]);
        (await client.GetAsync("/changes?types=employees")).Ids().ShouldBe([mine]);
        (await client.GetAsync("/changes?types=enrolments")).Ids().Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_deleted_is_told_to_whom_it_belonged(DatabaseProvider provider)
    {
        using var scenario = await Scenario.CreateAsync(provider);
        var start = await scenario.World.PositionOfFeedAsync(scenario.Service);
        var (mine, theirs) = (EntityId.New(), EntityId.New());
        await scenario.AddAsync(ChangeKind.Deleted, (mine, scenario.Own), (theirs, scenario.Other));

        var page = await scenario.Operator.GetAsync($"/changes?after={start}");
        page.Ids().ShouldBe([mine]);
        page["items.0"]!.AsObject().ContainsKey("href").ShouldBeTrue();
        page["items.0.href"].ShouldBeNull();
        (await scenario.World.FeedAsync(scenario.Service, start)).Ids().ShouldBe([mine, theirs]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_long_stretch_that_he_may_not_see_is_passed_in_bounded_steps(DatabaseProvider provider)
    {
        using var scenario = await Scenario.CreateAsync(provider);
        using var counter = scenario.Service.Sql.Watch(sent => sent.InRequest);
        var start = await scenario.World.PositionOfFeedAsync(scenario.Service);
        var foreign = Enumerable.Range(0, 95).Select(_ => (scenario.Other, (Guid?)scenario.Other)).ToArray();
        await scenario.AddAsync(ChangeKind.Changed, [.. foreign, (scenario.Own, scenario.Own)]);
        var last = await scenario.World.PositionOfFeedAsync(scenario.Service);
        await scenario.Operator.GetAsync("/me");
        var (after, more, pages, found) = (start, true, 0, new List<Guid>());
        while (more)
        {
            counter.Restart();
            var page = await scenario.Operator.GetAsync($"/changes?after={after}&limit=10");
            counter.Count.ShouldBeLessThanOrEqualTo(9, "how far, and four rounds of rows and who may see them");
            ((long)page["position"]!).ShouldBeGreaterThan(after);
            found.AddRange(page.Ids());
            (after, more, pages) = ((long)page["position"]!, (bool)page["more"]!, pages + 1);
        }

        found.ShouldBe([scenario.Own]);
        (after, pages).ShouldBe((last, 3));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_page_costs_two_commands_and_one_more_for_whom_it_must_be_sifted(DatabaseProvider provider)
    {
        using var scenario = await Scenario.CreateAsync(provider);
        using var counter = scenario.Service.Sql.Watch(sent => sent.InRequest);
        var start = await scenario.World.PositionOfFeedAsync(scenario.Service);
        var course = await scenario.World.OpenCourseAsync(await scenario.World.ProgrammeAsync(), capacity: 50);
        for (var number = 0; number < 12; number++)
        {
            var person = await scenario.World.EmployeeAsync(scenario.Own, scenario.Teacher);
            await scenario.World.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = person });
        }

        await scenario.World.PositionOfFeedAsync(scenario.Service);
        await scenario.Operator.GetAsync("/me");
        await scenario.World.Api.GetAsync("/me");

        counter.Restart();
        (await scenario.World.Api.GetAsync($"/changes?after={start}&limit=1000")).Ids().Count.ShouldBe(39);
        counter.Count.ShouldBe(2);
        counter.Restart();
        (await scenario.Operator.GetAsync($"/changes?after={start}&limit=1000")).Ids().Count.ShouldBe(39);
        counter.Count.ShouldBe(3);
    }

    /// <summary>Two schools and an operator of one of them.</summary>
    private sealed class Scenario(TestService service, World world) : IDisposable
    {
        public TestService Service => service;

        public World World => world;

        public ApiClient Operator { get; private set; } = null!;

        public Guid Own { get; private set; }

        public Guid Other { get; private set; }

        public Guid Teacher { get; private set; }

        public static async Task<Scenario> CreateAsync(DatabaseProvider provider)
        {
            var service = await TestService.SharedAsync(provider, SharedBy.Feed);
            var world = await World.CreateAsync(service);
            var scenario = new Scenario(service, world)
            {
                Own = await world.OrganisationAsync(),
                Other = await world.OrganisationAsync("school-2", "Вторая СОШ"),
                Teacher = await world.PositionAsync(),
            };
            var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", scenario.Own));
            scenario.Operator = service.Client(key);
            return scenario;
        }

        /// <summary>Writes changes of organisations past the service, which deletes none.</summary>
        public async Task AddAsync(ChangeKind kind, params (Guid Subject, Guid? Owner)[] subjects)
        {
            await using (var scope = service.Services.CreateAsyncScope())
            {
                var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
                database.Changes.AddRange(
                    subjects.Select(subject => new Infrastructure.Office.Changes.ChangeEntry
                    {
                        CentreId = world.CentreId,
                        Type = "organisations",
                        SubjectId = subject.Subject,
                        OrganisationId = subject.Owner,
                        Kind = kind,
                        Version = 2,
                        OccurredAt = TestDay.Instance.GetUtcNow(),
                    })
                );
                await database.SaveChangesAsync(TestContext.Current.CancellationToken);
            }

            await service.UntilToldAsync(TestContext.Current.CancellationToken);
        }

        public void Dispose() => Operator.Dispose();
    }
}
