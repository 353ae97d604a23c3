using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Office.Reports;
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

    /// <summary>Yesterday's answer and today's tell by their difference who came in between: so the two are the same.</summary>
    [Fact]
    public async Task A_year_that_still_runs_is_shown_in_steps()
    {
        var world = await World.CreateAsync(await TestService.SharedAsync());
        using var analyst = await ClientAsync(world);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var year = (string)(await world.Api.GetAsync("/reports/attestations"))["academicYear"]!;
        for (var person = 0; person < 7; person++)
        {
            await AttestAsync();
        }

        var before = (await analyst.GetAsync("/reports/attestations")).Expect(HttpStatusCode.OK);
        await AttestAsync();
        var after = (await analyst.GetAsync("/reports/attestations")).Expect(HttpStatusCode.OK);
        var whole = (await world.Api.GetAsync("/reports/attestations")).Expect(HttpStatusCode.OK);

        ((int)before["total.value"]!).ShouldBe(5);
        ((int)before["roundedDownTo"]!).ShouldBe(5);
        after["rows"]!.ToJsonString().ShouldBe(before["rows"]!.ToJsonString());
        after["columns"]!.ToJsonString().ShouldBe(before["columns"]!.ToJsonString());
        ((int)after["total.value"]!).ShouldBe(5);
        ((int)whole["total.value"]!).ShouldBe(8);
        whole.Json!.AsObject().ContainsKey("roundedDownTo").ShouldBeFalse();

        // Neither what was published, nor the list of contradictions, tells the exact figure.
        var stated = new
        {
            report = "attestations",
            period = year,
            cellKey = "total",
            value = 9,
            source = "Отчёт",
        };
        (await world.Api.PostAsync("/stated-figures", stated)).Expect(HttpStatusCode.Created);
        (await analyst.GetAsync("/reports/attestations")).Text.ShouldNotContain("stated");
        (await analyst.GetAsync("/reports/contradictions"))["contradictions.items"]!.AsArray().ShouldBeEmpty();
        (await world.Api.GetAsync("/reports/contradictions"))["contradictions.items"]!.AsArray().Count.ShouldBe(1);

        async Task AttestAsync() =>
            await world.AttestAsync(
                await world.EmployeeAsync(school, teacher),
                school,
                teacher,
                "first",
                $"{year[..4]}-09-01"
            );
    }

    /// <summary>A right to details of one school is none to those of the centre.</summary>
    [Fact]
    public async Task Who_also_works_for_a_school_sees_no_small_cells_of_the_centre()
    {
        var world = await World.CreateAsync(await TestService.SharedAsync());
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        await world.AttestAsync(await world.EmployeeAsync(school, teacher), school, teacher, "first", "2024-10-01");
        var (_, key) = await world.ProgramAsync([
            TestAccounts.Role("analyst"),
            TestAccounts.Role("schoolOperator", school),
        ]);
        using var both = world.Service.Client(key, world.Centre);

        var seen = (await both.GetAsync("/reports/attestations?academicYear=2024-2025")).Expect(HttpStatusCode.OK);

        Values(seen.Json!).Where(IsSmall).ShouldBeEmpty(seen.Text);
        (await both.GetAsync("/reports/applications?from=2024-09-02&to=2025-08-31")).ErrorCode.ShouldBe(
            "report.whole-years-only"
        );
    }

    /// <summary>A topic in his own words would choose programmes, and so persons, as he likes.</summary>
    [Fact]
    public async Task A_topic_is_one_that_at_least_five_have()
    {
        var world = await World.SharedAsync();
        using var analyst = await ClientAsync(world);

        var refused = await analyst.GetAsync("/reports/topic-coverage?topic=смешанное&academicYear=2024-2025");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.ErrorCode.ShouldBe("report.topic-of-few");
        (await world.Api.GetAsync("/reports/topic-coverage?topic=смешанное")).Expect(HttpStatusCode.OK);
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
