using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Robustness;

namespace MethodCenter.Api.Tests.Security;

/// <summary>An analyst gets aggregates only: whole years, no small cells, no names (PD-10, PD-13).</summary>
public sealed class AnalystTests
{
    [Fact]
    public async Task No_report_shows_him_a_count_of_fewer_than_five_or_a_name()
    {
        var world = await World.SharedAsync();
        using var analyst = await ClientAsync(world);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var person = await world.EmployeeAsync(school, teacher);
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        (await world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = person })).Expect(
            HttpStatusCode.Created
        );
        (
            await world.Api.PostAsync(
                "/attestations",
                new
                {
                    employeeId = person,
                    organisationId = school,
                    positionId = teacher,
                    kind = "conformity",
                    decidedOn = "2026-10-01",
                    outcome = "granted",
                }
            )
        ).Expect(HttpStatusCode.Created);
        var name = (string)(await world.Api.GetAsync($"/employees/{person}"))["lastName"]!;
        var small = 0;

        var document = await ApiDocument.ReadAsync(world.Service.Client(key: null));
        foreach (
            var path in document
                .Operations.Select(operation => operation.Path)
                .Where(path => path.StartsWith("/api/v1/reports/", StringComparison.Ordinal) && !path.Contains('{'))
        )
        {
            foreach (var period in new[] { "", "?academicYear=2026-2027" })
            {
                var seen = await analyst.GetAsync(path + period);
                if (seen.Code == 200 && !path.Contains("expertise", StringComparison.Ordinal))
                {
                    seen.Text.ShouldNotContain(name);
                    var whole = await world.Api.GetAsync(path + period);
                    small += Values(whole.Json!).Count(IsSmall);
                    Values(seen.Json!).Where(IsSmall).ShouldBeEmpty($"{path}{period}: {seen.Text}");
                }
            }
        }

        small.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task He_chooses_a_whole_year_and_nothing_else()
    {
        var world = await World.SharedAsync();
        using var analyst = await ClientAsync(world);
        string[] narrow =
        [
            "applications",
            "applications?submittedFrom=2026-09-01&submittedTo=2026-10-01",
            "applications?submittedFrom=2026-09-02",
            $"applications?submittedFrom=2026-09-01&submittedTo=2027-08-31&campaignId={Guid.CreateVersion7()}",
            "certificates?from=2026-09-01&to=2026-09-30",
            "enrolled-completed?from=2026-09-01",
        ];

        foreach (var query in narrow)
        {
            var refused = await analyst.GetAsync($"/reports/{query}");
            refused.Status.ShouldBe(HttpStatusCode.Forbidden, query);
            refused.ErrorCode.ShouldBe("report.whole-years-only");
        }

        var year = await analyst.GetAsync("/reports/applications?submittedFrom=2026-09-01&submittedTo=2027-08-31");
        year.Status.ShouldBe(HttpStatusCode.OK, year.Text);
    }

    [Fact]
    public async Task He_reads_no_timetable_that_names_teachers()
    {
        var world = await World.SharedAsync();
        using var analyst = await ClientAsync(world);

        (await analyst.GetAsync("/lessons?from=2026-10-01&to=2026-10-31")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static readonly string[] Counts =
    [
        "value",
        "requested",
        "satisfied",
        "completed",
        "waiting",
        "refused",
        "issued",
        "enrolled",
        "studying",
        "withdrawn",
        "learners",
        "learnersAutumn",
        "learnersSpring",
        "learnersTotal",
        "base",
        "count",
        "people",
        "named",
        "planned",
        "trained",
        "respondents",
    ];

    private static bool IsSmall(int value) => value is > 0 and < 5;

    private static IEnumerable<int> Values(JsonNode node) =>
        node switch
        {
            JsonArray items => items.Where(item => item is not null).SelectMany(item => Values(item!)),
            JsonObject members => members
                .Where(member => member.Value is not null)
                .SelectMany(member =>
                    member.Value is JsonValue value
                        ? Counts.Contains(member.Key) && value.TryGetValue<int>(out var number)
                            ? [number]
                            : Array.Empty<int>()
                        : Values(member.Value!)
                ),
            _ => [],
        };

    private static async Task<ApiClient> ClientAsync(World world)
    {
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("analyst"));
        return world.Service.Client(key, world.Centre);
    }
}
