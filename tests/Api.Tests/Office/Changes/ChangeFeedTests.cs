using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Office.Changes;

/// <summary>What the feed tells, in which order, and what it answers to positions that it does not know.</summary>
[Collection("feed")]
public sealed class ChangeFeedTests
{
    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_change_of_an_object_is_told_once_in_its_order(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var start = await world.PositionOfFeedAsync(service);
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        var moved = await world.Api.PatchAsync(
            $"/courses/{course.Id}",
            new { site = "Другой корпус" },
            ("If-Match", course.ETag)
        );
        var same = await world.Api.PatchAsync(
            $"/courses/{course.Id}",
            new { site = "Другой корпус" },
            ("If-Match", moved.ETag)
        );
        same.Expect(HttpStatusCode.OK);

        var page = await world.FeedAsync(service, start);

        page.Told()
            .ShouldBe([
                "programmes created 1",
                "courses created 1 course-registered",
                "courses changed 2",
                "courses changed 3",
            ]);
        ((bool)page["more"]!).ShouldBeFalse();
        ((long)page["position"]!).ShouldBe((long)page["items.3.position"]!);
        page["items.1"]!.AsObject().ContainsKey("keys").ShouldBeFalse();
        foreach (var item in page.Json!["items"]!.AsArray())
        {
            (await world.Api.GetAsync((string)item!["href"]!)).Id.ShouldBe((Guid)item["id"]!);
        }
    }

    [Fact]
    public async Task Every_kind_of_object_has_an_address_that_answers()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var employee = await world.EmployeeAsync(school, teacher);
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        await world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee });
        await world.ProgramAsync(TestAccounts.Role("expert"));

        var page = await world.FeedAsync(service, 0, "&limit=1000");

        var items = page.Json!["items"]!.AsArray().DistinctBy(item => (string?)item!["type"]).ToList();
        items
            .Select(item => (string?)item!["type"])
            .ShouldBe(
                [
                    "accounts",
                    "centres",
                    "courses",
                    "employees",
                    "enrolments",
                    "organisations",
                    "positions",
                    "programmes",
                    "risk-editions",
                ],
                ignoreOrder: true
            );
        foreach (var item in items)
        {
            (await world.Api.GetAsync((string)item!["href"]!)).Id.ShouldBe((Guid)item["id"]!);
        }
    }

    [Fact]
    public async Task When_a_course_ends_its_enrolments_are_told_of_too()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(), capacity: 1);
        var enrolled = new List<Answer>();
        for (var person = 0; person < 2; person++)
        {
            var employee = await world.EmployeeAsync(school, teacher);
            enrolled.Add(await world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee }));
        }

        var start = await world.PositionOfFeedAsync(service);
        var now = await world.Api.GetAsync($"/courses/{course.Id}");
        var body = new { reason = "Не набрана группа" };
        (await world.Api.PostAsync($"/courses/{course.Id}/cancellation", body, ("If-Match", now.ETag))).Expect(
            HttpStatusCode.OK
        );

        var page = await world.FeedAsync(service, start);
        page.Told()
            .ShouldBe(
                ["enrolments changed 2", "enrolments changed 2", "courses changed 5 course-cancelled"],
                ignoreOrder: true
            );
        foreach (var enrolment in enrolled)
        {
            var kept = await world.Api.GetAsync($"/courses/{course.Id}/enrolments/{enrolment.Id}");
            ((int)kept["version"]!).ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_new_code_is_told_as_a_change_and_as_a_change_of_the_key()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var school = await world.OrganisationAsync();
        var start = await world.PositionOfFeedAsync(service);

        (
            await world.Api.PatchAsync($"/organisations/{school}", new { code = "school-9" }, ("If-Match", "\"1\""))
        ).Expect(HttpStatusCode.OK);

        var page = await world.FeedAsync(service, start);
        page.Told().ShouldBe(["organisations changed 2", "organisations keyChanged 2"]);
        page["items.1.keys"]!.ToJsonString().ShouldBe("""{"code":{"from":"school-1","to":"school-9"}}""");
    }

    [Fact]
    public async Task An_upsert_that_changes_nothing_is_not_told_and_no_number_of_a_person_ever_is()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var start = await world.PositionOfFeedAsync(service);
        var card = new
        {
            lastName = "Семёнова",
            firstName = "Анна",
            snils = "112-233-445 95",
        };
        (await world.Api.PutAsync("/employees/by-key/kadry/11223344595", card)).Expect(HttpStatusCode.Created);
        (await world.Api.PutAsync("/employees/by-key/kadry/11223344595", card)).Expect(HttpStatusCode.OK);

        var page = await world.FeedAsync(service, start);

        page.Told().ShouldBe(["employees created 1"]);
        foreach (var text in new[] { page.Text, await service.TrailAsync(world) })
        {
            text.ShouldNotContain("112-233-445 95");
            text.ShouldNotContain("11223344595");
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Pages_join_without_gap_or_overlap(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Feed);
        var world = await World.CreateAsync(service);
        await World.CreateAsync(service, "other");
        for (var number = 0; number < 5; number++)
        {
            await world.OrganisationAsync($"s-{number}");
        }

        var whole = (await world.FeedAsync(service, 0, "&limit=1000")).Positions();
        var (joined, after, more) = (new List<long>(), 0L, true);
        while (more)
        {
            var page = await world.FeedAsync(service, after, "&limit=3");
            joined.AddRange(page.Positions());
            (after, more) = ((long)page["position"]!, (bool)page["more"]!);
        }

        joined.ShouldBe(whole);
        whole.Count.ShouldBeGreaterThan(10);
        after.ShouldBe(await world.PositionOfFeedAsync(service), "also past the changes of the other centre");
        (await world.FeedAsync(service, 0, "&types=organisations&limit=1000")).Positions().Count.ShouldBe(5);
    }

    [Fact]
    public async Task Wrong_questions_are_refused_with_what_to_do()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var last = await world.PositionOfFeedAsync(service);

        var beyond = await world.Api.GetAsync($"/changes?after={last + 1}");
        beyond.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        beyond.ErrorCode.ShouldBe("changes.position-unknown");
        ((long)beyond["params.last"]!).ShouldBe(last);
        var unknown = await world.Api.GetAsync("/changes?types=courses,meetings");
        unknown.FieldErrors.ShouldBe(["types changes.unknown-type"]);
        ((string)unknown["params.known"]!).ShouldContain("support-programmes");
        unknown.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var query in new[] { "after=-1", "after=x", "limit=0", "limit=1001", "wait=0", "wait=31", "types=" })
        {
            (await world.Api.GetAsync("/changes?" + query)).Status.ShouldBe(HttpStatusCode.BadRequest, query);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_too_old_goes_and_who_asks_for_it_learns_where_to_begin(DatabaseProvider provider)
    {
        var time = new TestTime();
        await using var service = await TestService.StartAsync(
            provider,
            new Dictionary<string, string?> { ["Changes:RetentionDays"] = "30" },
            services => services.AddSingleton<TimeProvider>(time)
        );
        var world = await World.CreateAsync(service);
        var old = await world.PositionOfFeedAsync(service);
        var before = await service.Database.CountAsync("SELECT count(*) FROM changes");
        time.Advance(TimeSpan.FromDays(20));
        await world.OrganisationAsync();
        await service.UntilToldAsync(Cancel);
        time.Advance(TimeSpan.FromDays(15));

        await service.TrimAsync(Cancel);
        (await service.Database.CountAsync("SELECT count(*) FROM changes")).ShouldBe(
            before + 1,
            "announced, not deleted"
        );
        var gone = await world.Api.GetAsync($"/changes?after={old - 1}");
        gone.Code.ShouldBe(410);
        gone.ErrorCode.ShouldBe("changes.position-too-old");
        ((long)gone["params.retainedFrom"]!).ShouldBe(old);
        ((string)gone["detail"]!).ShouldContain("/api/v1/changes/position");
        (await world.Api.GetAsync("/changes")).Code.ShouldBe(410, "the beginning is gone too");

        await service.TrimAsync(Cancel);
        (await service.Database.CountAsync("SELECT count(*) FROM changes")).ShouldBe(1);
        (await world.Api.GetAsync($"/changes?after={old}")).Told().ShouldBe(["organisations created 1"]);
        var position = await world.Api.GetAsync("/changes/position");
        ((long)position["position"]!).ShouldBe(old + 1);
        ((long)position["retainedFrom"]!).ShouldBe(old);
    }
}
