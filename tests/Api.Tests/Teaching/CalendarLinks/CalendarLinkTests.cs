using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.CalendarLinks;

/// <summary>A calendar program reads a timetable by an address alone, and no more than its maker may see.</summary>
public sealed class CalendarLinkTests
{
    private const string Links = "/me/calendar-links";

    [Fact]
    public async Task A_link_opens_one_timetable_until_it_is_revoked()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        using var anybody = service.Client(key: null);

        var (course, room, person) = (
            await LinkAsync(scenario.Api, "course", scenario.Course),
            await LinkAsync(scenario.Api, "room", scenario.Room),
            await LinkAsync(scenario.Api, "employee", scenario.Teacher)
        );

        foreach (var (link, name) in new[] { (course, "Курс № 1"), (room, "Невский"), (person, "Занятия: Тестова") })
        {
            var read = await anybody.GetAsync(PathOf(link));
            read.Expect(HttpStatusCode.OK).Text.ShouldContain("DTSTART:20261005T064500Z");
            read.Text.ShouldContain("X-WR-CALNAME:" + name);
        }

        (await scenario.Api.DeleteAsync($"{Links}/{room.Id}")).Expect(HttpStatusCode.NoContent);
        (await anybody.GetAsync(PathOf(room))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anybody.GetAsync(PathOf(course))).Expect(HttpStatusCode.OK);
        (await scenario.Api.DeleteAsync($"{Links}/{room.Id}")).ErrorCode.ShouldBe("calendar-link.already-revoked");
        var listed = (await scenario.Api.GetAsync(Links + "?revoked=false&sort=madeAt")).Expect(HttpStatusCode.OK);
        listed["items"]!.AsArray().Select(item => (Guid)item!["id"]!).ShouldBe([course.Id, person.Id]);
        listed.Text.ShouldNotContain("address");
    }

    [Fact]
    public async Task It_ends_with_the_key_that_made_it()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        using var anybody = service.Client(key: null);
        var (account, key) = await scenario.World.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = service.Client(key);
        var link = await LinkAsync(methodist, "course", scenario.Course);
        (await anybody.GetAsync(PathOf(link))).Expect(HttpStatusCode.OK);

        var present = await scenario.World.AccountAsync(account.Id);
        (
            await scenario.Api.PostAsync(
                $"/accounts/{account.Id}/keys/{present["keys.0.id"]}/revocation",
                null,
                ("If-Match", present.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        (await anybody.GetAsync(PathOf(link))).ErrorCode.ShouldBe("calendar-link.not-found");
    }

    [Fact]
    public async Task It_ends_with_the_password_whose_token_made_it()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        using var anybody = service.Client(key: null);
        var person = await scenario.World.PersonAsync(TestAccounts.Role("methodist"));
        var token = await service.TokenAsync((string)person["login"]!);
        var link = (
            await anybody.PostAsync(
                Links,
                new { subject = "course", subjectId = scenario.Course },
                ("Authorization", $"Bearer {token}")
            )
        ).Expect(HttpStatusCode.Created);
        (await anybody.GetAsync(PathOf(link))).Expect(HttpStatusCode.OK);

        var present = await scenario.World.AccountAsync(person.Id);
        (
            await scenario.Api.PutAsync(
                $"/accounts/{person.Id}/password",
                new { password = "совсем другие слова" },
                ("If-Match", present.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        (await anybody.GetAsync(PathOf(link))).ErrorCode.ShouldBe("calendar-link.not-found");
    }

    [Fact]
    public async Task An_administrator_sees_the_links_of_an_account_and_ends_them()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        using var anybody = service.Client(key: null);
        var (account, key) = await scenario.World.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = service.Client(key);
        var link = await LinkAsync(methodist, "course", scenario.Course);

        var seen = await scenario.World.AccountAsync(account.Id);
        ((Guid)seen["calendarLinks.0.id"]!).ShouldBe(link.Id);
        ((Guid)seen["calendarLinks.0.keyId"]!).ShouldBe((Guid)seen["keys.0.id"]!);
        var ended = await scenario.Api.PostAsync(
            $"/accounts/{account.Id}/calendar-links/{link.Id}/revocation",
            null,
            ("If-Match", seen.ETag)
        );

        ended.Expect(HttpStatusCode.OK)["calendarLinks.0.revokedAt"].ShouldNotBeNull();
        (await anybody.GetAsync(PathOf(link))).ErrorCode.ShouldBe("calendar-link.not-found");
    }

    [Fact]
    public async Task It_shows_no_more_than_its_maker_may_see_today()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        using var anybody = service.Client(key: null);
        var (account, key) = await scenario.World.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = service.Client(key);
        var link = await LinkAsync(methodist, "employee", scenario.Teacher);
        (await anybody.GetAsync(PathOf(link))).Expect(HttpStatusCode.OK);
        (await scenario.Api.DeleteAsync($"{Links}/{link.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var present = await scenario.World.AccountAsync(account.Id);
        (await scenario.Api.PostAsync($"/accounts/{account.Id}/blocking", null, ("If-Match", present.ETag))).Expect(
            HttpStatusCode.OK
        );

        (await anybody.GetAsync(PathOf(link))).ErrorCode.ShouldBe("calendar-link.not-found");
    }

    [Fact]
    public async Task Who_may_not_see_a_timetable_makes_no_link_to_it()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        var elsewhere = await scenario.World.OrganisationAsync("school-2");
        var (_, key) = await scenario.World.ProgramAsync(TestAccounts.Role("schoolOperator", elsewhere));
        var (_, other) = await scenario.World.ProgramAsync(TestAccounts.Role("analyst"));
        using var school = service.Client(key);
        using var analyst = service.Client(other);

        (await MakeAsync(school, "employee", scenario.Teacher)).FieldErrors.ShouldBe([
            "/subjectId calendar-link.unknown-subject",
        ]);
        (await MakeAsync(analyst, "employee", scenario.Teacher)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MakeAsync(analyst, "course", scenario.Course)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await MakeAsync(scenario.Api, "course", scenario.Room)).Code.ShouldBe(422);
        (await MakeAsync(scenario.Api, "building", scenario.Room)).Code.ShouldBe(400);
    }

    [Fact]
    public async Task Codes_are_not_guessed()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["RateLimit:KeyGuessesPerMinute"] = "5" }
        );
        using var guesser = service.Client(key: null);
        List<int> statuses = [];
        for (var number = 0; number < 12; number++)
        {
            statuses.Add((await guesser.GetAsync($"/public/calendars/{number:D26}")).Code);
        }

        statuses.Distinct().Order().ShouldBe([404, 429]);
        statuses.Count(status => status == 404).ShouldBe(5);
    }

    [Fact]
    public async Task So_many_links_are_good_at_a_time()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        for (var number = 0; number < 50; number++)
        {
            await LinkAsync(scenario.Api, "course", scenario.Course);
        }

        (await MakeAsync(scenario.Api, "course", scenario.Course)).ErrorCode.ShouldBe("calendar-link.too-many");
    }

    private static async Task<Answer> LinkAsync(ApiClient api, string subject, Guid id) =>
        (await MakeAsync(api, subject, id)).Expect(HttpStatusCode.Created);

    private static Task<Answer> MakeAsync(ApiClient api, string subject, Guid id) =>
        api.PostAsync(Links, new { subject, subjectId = id });

    /// <summary>As the client of the tests takes it: behind /api/v1.</summary>
    private static string PathOf(Answer link) => ((string)link["address"]!).Replace("/api/v1", "");

    private static async Task<Scenario> ScenarioAsync(TestService service)
    {
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        await world.SetCalendarAsync();
        var (course, room) = ((await world.OpenCourseAsync(await world.ProgrammeAsync())).Id, await world.RoomAsync());
        var teacher = await world.EmployeeAsync(school, position);
        await world.LessonAsync(course, room, teacher);

        // Links are its maker's: the administrator of the system makes them in every centre.
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        return new Scenario(world, service.Client(key), course, room, teacher);
    }

    private sealed record Scenario(World World, ApiClient Api, Guid Course, Guid Room, Guid Teacher);
}
