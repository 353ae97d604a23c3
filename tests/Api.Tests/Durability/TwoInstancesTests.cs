using System.Globalization;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>Two processes on one PostgreSQL, both written to at once.</summary>
public sealed class TwoInstancesTests
{
    private static readonly TimeSpan RelayLimit = TimeSpan.FromSeconds(90);

    /// <summary>
    /// The processes run by the clock of the machine: of its academic year, and in August of the next, so that no course
    /// ends while the test enrols.
    /// </summary>
    private static readonly AcademicYear Year = AcademicYear.Of(
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(1)
    );

    [Fact]
    public async Task Two_instances_on_one_database_act_as_one()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var first = await ServiceProcess.StartAsync(database);
        await using var second = await ServiceProcess.StartAsync(database);
        var world = await World.CreateAsync(first.Client(), first.Client(centre: "test"));
        using var one = first.Client(centre: "test");
        using var two = second.Client(centre: "test");
        var programme = await world.ProgrammeAsync();

        await NoUpdateIsLostAsync(world, programme, one, two);
        await NoSeatIsSoldTwiceAsync(world, programme, one, two);
        await NoNumberIsGivenTwiceAsync(programme, database, one, two);
        await OneKeyMakesOneObjectAsync(programme, database, one, two);
        await EveryChangeGetsOnePlaceAsync(database, first, second);
    }

    [Fact]
    public async Task Two_instances_that_start_on_an_empty_database_at_once_both_run()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.PostgreSql);

        var started = await Task.WhenAll(ServiceProcess.StartAsync(database), ServiceProcess.StartAsync(database));

        foreach (var service in started)
        {
            using var client = service.Client();
            (await client.GetAsync("/centres")).Expect(HttpStatusCode.OK);
            await service.DisposeAsync();
        }

        (await database.CountAsync("SELECT count(*) FROM accounts WHERE login = 'system'")).ShouldBe(1);
    }

    private static async Task NoUpdateIsLostAsync(World world, Guid programme, ApiClient one, ApiClient two)
    {
        var course = await world.OpenCourseAsync(programme, year: Year.ToString());
        var version = (int)course["version"]!;
        for (var round = 0; round < 8; round++)
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(number =>
                        (number % 2 == 0 ? one : two).PatchAsync(
                            $"/courses/{course.Id}",
                            new { site = $"Место {round}-{number}" },
                            ("If-Match", $"\"{version}\"")
                        )
                    )
            );

            var winner = answers.Where(answer => answer.Status == HttpStatusCode.OK).ShouldHaveSingleItem();
            answers.Except([winner]).ShouldAllBe(answer => answer.Status == HttpStatusCode.PreconditionFailed);
            ((int)winner["version"]!).ShouldBe(++version);
            var now = await (round % 2 == 0 ? two : one).GetAsync($"/courses/{course.Id}");
            ((string?)now["site"]).ShouldBe((string?)winner["site"]);
        }
    }

    private static async Task NoSeatIsSoldTwiceAsync(World world, Guid programme, ApiClient one, ApiClient two)
    {
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(programme, capacity: 10, year: Year.ToString());
        var people = new List<Guid>();
        for (var person = 0; person < 40; person++)
        {
            people.Add(await world.EmployeeAsync(school, teacher));
        }

        // Everybody comes to both instances at once: forty get in or wait, forty are told that they have.
        var answers = await Task.WhenAll(
            people.SelectMany(person =>
                new[] { one, two }.Select(client =>
                    client.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = person })
                )
            )
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(40);
        answers.Count(answer => answer.ErrorCode == "enrolment.already-enrolled").ShouldBe(40);
        answers.Count(answer => (string?)answer["state"] == "enrolled").ShouldBe(10);
        answers
            .Where(answer => answer.Status == HttpStatusCode.Created)
            .Select(answer => (int)answer["arrival"]!)
            .Order()
            .ShouldBe(Enumerable.Range(1, 40));
        ((int)(await two.GetAsync($"/courses/{course.Id}"))["seatsTaken"]!).ShouldBe(10);
    }

    private static async Task NoNumberIsGivenTwiceAsync(
        Guid programme,
        TestDatabase database,
        ApiClient one,
        ApiClient two
    )
    {
        var next = AcademicYear.Starting(Year.StartYear + 1).ToString();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number =>
                    (number % 2 == 0 ? one : two).PostAsync("/courses", World.CourseBody(programme, year: next))
                )
        );

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => (int)answer["number"]!).Order().ShouldBe(Enumerable.Range(1, 40));
        (await database.QueryAsync($"SELECT number FROM courses WHERE academic_year = {Year.StartYear + 1}"))
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .Order()
            .ShouldBe(Enumerable.Range(1, 40));
    }

    private static async Task OneKeyMakesOneObjectAsync(
        Guid programme,
        TestDatabase database,
        ApiClient one,
        ApiClient two
    )
    {
        var before = await database.CountAsync("SELECT count(*) FROM courses");
        for (var round = 0; round < 5; round++)
        {
            var key = ("Idempotency-Key", $"both-{round}");
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(number =>
                        (number % 2 == 0 ? one : two).PostAsync(
                            "/courses",
                            World.CourseBody(programme, year: Year.ToString()),
                            key
                        )
                    )
            );

            var made = answers.Where(answer => answer.Status == HttpStatusCode.Created).ToList();
            made.Select(answer => answer.Id).Distinct().ShouldHaveSingleItem();
            answers.Except(made).ShouldAllBe(answer => answer.ErrorCode == "idempotency.still-running");
            (await database.CountAsync("SELECT count(*) FROM courses")).ShouldBe(before + round + 1);
        }
    }

    private static async Task EveryChangeGetsOnePlaceAsync(
        TestDatabase database,
        ServiceProcess first,
        ServiceProcess second
    )
    {
        using var limit = new CancellationTokenSource(RelayLimit);
        while (await database.CountAsync("SELECT count(*) FROM changes WHERE position IS NULL") > 0)
        {
            await Task.Delay(100, limit.Token);
        }

        // 40 enrolments and waiting entries, and all the courses.
        var changes = await database.CountAsync("SELECT count(*) FROM changes");
        changes.ShouldBeGreaterThan(80);
        (await database.CountAsync("SELECT count(DISTINCT position) FROM changes")).ShouldBe(changes);

        // No place is skipped but by the leap of a start, after which the places go on from where it has landed.
        var begun = await database.CountAsync("SELECT min(position) FROM changes");
        var leaps = await database.CountAsync(
            $"SELECT coalesce(sum(\"to\" - \"from\"), 0) FROM change_gaps WHERE \"from\" >= {begun}"
        );
        var last = await database.CountAsync("SELECT last FROM change_log");
        (last - begun + 1 - leaps).ShouldBe(changes);
        first
            .Log.Concat(second.Log)
            .ShouldNotContain(line => line.Category.StartsWith(Insight.ChangeCategory, StringComparison.Ordinal));
    }
}
