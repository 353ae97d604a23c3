using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Applications;

/// <summary>Many applications at once for few seats and small quotas.</summary>
public sealed class ApplicationRaceTests
{
    private const int Schools = 100;
    private const int OfEach = 10;

    /// <summary>
    /// A thousand applications of a hundred schools, ten of each, for 25 seats, two for each school at most, through two
    /// instances of the service.
    /// </summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_thousand_at_once_fill_the_seats_within_the_quotas_and_the_rest_wait_in_order(
        DatabaseProvider provider
    )
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = TestService.StartOn(database);
        var world = await World.CreateAsync(first);
        await using var second = TestService.StartOn(database);
        using var other = second.Client(centre: world.Centre);
        var programme = await world.ProgrammeAsync();
        var course = await world.OpenCourseAsync(programme, capacity: 25);
        var campaign = await world.CampaignAsync();
        var (schools, people) = await StaffAsync(world);
        await world.QuotasAsync(campaign, programme, schools, limit: 2);

        var answers = await Task.WhenAll(
            people.Select(
                (person, place) =>
                    (place % 2 == 0 ? world.Api : other).PostAsync(
                        "/applications",
                        new
                        {
                            campaignId = campaign,
                            employeeId = person,
                            courseId = course.Id,
                        }
                    )
            )
        );

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => (int)answer["arrival"]!).Order().ShouldBe(Enumerable.Range(1, Schools * OfEach));
        var approved = answers.Where(answer => (string?)answer["state"] == "approved").ToList();
        approved.Count.ShouldBe(25);
        approved.GroupBy(answer => (Guid)answer["organisationId"]!).ShouldAllBe(school => school.Count() <= 2);
        var waiting = answers.Where(answer => (string?)answer["state"] == "waiting").ToList();
        waiting.Count.ShouldBe((Schools * OfEach) - 25);
        waiting.ShouldAllBe(answer => answer.Json!["warnings"]!.AsArray().Count == 1);

        // Nobody waits who came before one with a seat, unless his own school had used its quota by then.
        var last = approved.Max(answer => (int)answer["arrival"]!);
        foreach (var passed in waiting.Where(answer => (int)answer["arrival"]! < last))
        {
            ((string?)passed["lacks"]).ShouldBe("quota");
            approved
                .Count(answer =>
                    (Guid)answer["organisationId"]! == (Guid)passed["organisationId"]!
                    && (int)answer["arrival"]! < (int)passed["arrival"]!
                )
                .ShouldBe(2);
        }

        var after = await other.GetAsync($"/courses/{course.Id}");
        ((int)after["seatsTaken"]!).ShouldBe(25);
        ((int)after["waiting"]!).ShouldBe((Schools * OfEach) - 25);
        var quotas = await world.Api.GetAsync($"/quotas?campaignId={campaign}&limit=500");
        quotas.Json!["items"]!.AsArray().Sum(quota => (int)quota!["used"]!).ShouldBe(25);
    }

    private static async Task<(IReadOnlyList<Guid> Schools, IReadOnlyList<Guid> People)> StaffAsync(World world)
    {
        var teacher = await world.PositionAsync();
        List<Guid> schools = [];
        for (var school = 0; school < Schools; school++)
        {
            schools.Add(await world.OrganisationAsync($"school-{school}", $"Школа № {school}"));
        }

        List<Guid> people = [];
        for (var person = 0; person < Schools * OfEach; person++)
        {
            people.Add(await world.EmployeeAsync(schools[person % Schools], teacher));
        }

        return (schools, people);
    }
}
