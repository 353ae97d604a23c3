using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>GET /employees/{id}/qualification.</summary>
public sealed class QualificationTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Fact]
    public async Task Names_category_term_next_due_and_rule()
    {
        var teacher = await setting.TeacherAsync();
        var first = (await setting.RecordAsync(teacher, "first", "2022-05-20", "2022-04-01")).Expect(
            HttpStatusCode.Created
        );

        var answer = await setting.Api.GetAsync($"/employees/{teacher}/qualification?on=2024-03-01");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)answer["on"]).ShouldBe("2024-03-01");
        ((string?)answer["bucket"]).ShouldBe("first");
        ((string?)answer["category"]).ShouldBe("first");
        ((string?)answer["since"]).ShouldBe("2022-05-20");
        ((string?)answer["until"]).ShouldBe("2027-05-20");
        ((string?)answer["position.code"]).ShouldBe("teacher");
        ((string?)answer["rule.code"]).ShouldBe("ATT-15");
        ((string?)answer["rule.basis"])!.ShouldContain("№ 276");
        ((bool)answer["isMethodist"]!).ShouldBeFalse();
        ((Guid)answer["categories.0.attestationId"]!).ShouldBe(first.Id);

        // ATT-5: the exemption by the category ends with it, the next day conformity is due.
        ((string?)answer["nextDue"]).ShouldBe("2027-05-21");
        ((bool)answer["conformities.0.exempt"]!).ShouldBeTrue();
        ((string?)answer["conformities.0.exemptionRule.code"]).ShouldBe("ATT-4");
        ((string?)answer["conformities.0.nextDueRule.code"]).ShouldBe("ATT-5");
        ((string?)answer["conformities.0.organisation.code"]).ShouldBe("school-1");
    }

    [Theory]
    [InlineData("2022-05-19", "none", null)]
    [InlineData("2022-05-20", "first", "first")]
    [InlineData("2027-05-20", "first", "first")]
    [InlineData("2027-05-21", "none", null)]
    public async Task Is_that_of_the_day_asked_about(string on, string bucket, string? category)
    {
        var teacher = await setting.TeacherAsync();
        (await setting.RecordAsync(teacher, "first", "2022-05-20", "2022-04-01")).Expect(HttpStatusCode.Created);

        var answer = await setting.Api.GetAsync($"/employees/{teacher}/qualification?on={on}");

        ((string?)answer["bucket"]).ShouldBe(bucket);
        ((string?)answer["category"]).ShouldBe(category);
    }

    [Fact]
    public async Task Is_that_of_today_where_no_day_is_given()
    {
        var teacher = await setting.HighestCategoryTeacherAsync(renewed: true);
        (await setting.RecordAsync(teacher, "methodist", "2024-02-20", "2024-01-10")).Expect(HttpStatusCode.Created);

        var answer = await setting.Api.GetAsync($"/employees/{teacher}/qualification");

        ((string?)answer["bucket"]).ShouldBe("highest");
        ((string?)answer["since"]).ShouldBe("2023-09-20");
        answer["until"].ShouldBeNull();
        ((bool)answer["isMethodist"]!).ShouldBeTrue();
        ((bool)answer["isMentor"]!).ShouldBeFalse();
        answer["categories"]!
            .AsArray()
            .Select(category => (string?)category!["kind"])
            .ShouldBe(["highest", "methodist"]);
    }

    [Fact]
    public async Task Counts_conformity_of_the_post_held()
    {
        var teacher = await setting.TeacherAsync();
        var record = (await setting.RecordAsync(teacher, "conformity", "2022-03-01")).Expect(HttpStatusCode.Created);

        var answer = await setting.Api.GetAsync($"/employees/{teacher}/qualification?on=2024-03-01");

        ((string?)answer["bucket"]).ShouldBe("conformity");
        ((string?)answer["rule.code"]).ShouldBe("ATT-3");
        ((Guid)answer["conformities.0.lastAttestationId"]!).ShouldBe(record.Id);
        ((bool)answer["conformities.0.valid"]!).ShouldBeTrue();
        ((string?)answer["nextDue"]).ShouldBe("2027-03-01");
    }

    [Fact]
    public async Task Shows_that_a_person_is_exempt_but_not_why_and_from_when_to_when()
    {
        var teacher = await setting.TeacherAsync();
        var card = await setting.Api.GetAsync($"/employees/{teacher}");
        (
            await setting.Api.PostAsync(
                $"/employees/{teacher}/absences",
                new
                {
                    kind = "parentalLeave",
                    from = "2023-01-12",
                    to = "2025-01-09",
                },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        var answer = await setting.Api.GetAsync($"/employees/{teacher}/qualification?on=2025-06-01");

        var conformity = answer["conformities"]!.AsArray().ShouldHaveSingleItem()!;
        ((bool)conformity["exempt"]!).ShouldBeTrue();
        ((string?)conformity["nextDue"]).ShouldBe("2027-01-10");
        conformity
            .AsObject()
            .Select(member => member.Key)
            .ShouldBe(
                [
                    "organisation",
                    "position",
                    "lastAttestationId",
                    "lastDecidedOn",
                    "lastOutcome",
                    "valid",
                    "exempt",
                    "exemptionRule",
                    "nextDue",
                    "nextDueRule",
                    "rule",
                ],
                ignoreOrder: true
            );
        foreach (var trace in new[] { "eave", "2023-01-12", "2025-01-09", "2027-01-09" })
        {
            answer.Text.ShouldNotContain(trace);
        }
    }

    /// <summary>One day after another, whoever lacks the right to absences sees what he would see if there were none.</summary>
    [Theory]
    [InlineData("pregnancy")]
    [InlineData("parentalLeave")]
    [InlineData("longIllness")]
    public async Task Tells_nobody_without_the_right_that_there_was_an_absence(string kind)
    {
        using var methodist = await setting.InRoleAsync(Domain.Territory.Accounts.Role.Methodist);
        var (present, absent) = (await setting.TeacherAsync(), await setting.TeacherAsync());
        var card = await setting.Api.GetAsync($"/employees/{absent}");
        (
            await setting.Api.PostAsync(
                $"/employees/{absent}/absences",
                new
                {
                    kind,
                    from = "2023-01-12",
                    to = "2024-01-09",
                },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        foreach (var on in new[] { "2023-01-11", "2023-01-12", "2023-06-01", "2024-01-09", "2024-01-10", "2025-06-01" })
        {
            var seen = await methodist.GetAsync($"/employees/{absent}/qualification?on={on}");
            var expected = await methodist.GetAsync($"/employees/{present}/qualification?on={on}");
            seen.Expect(HttpStatusCode.OK);
            seen.Text.ShouldBe(
                expected
                    .Text.Replace(present.ToString(), absent.ToString(), StringComparison.Ordinal)
                    .Replace((string)expected["fullName"]!, (string)seen["fullName"]!, StringComparison.Ordinal),
                on
            );
        }
    }

    [Fact]
    public async Task Leaves_out_posts_that_are_not_teaching_ones()
    {
        var director = await setting.World.EmployeeAsync(setting.School, await setting.World.PositionAsync("director"));

        var answer = await setting.Api.GetAsync($"/employees/{director}/qualification?on=2024-03-01");

        ((string?)answer["bucket"]).ShouldBe("none");
        answer["conformities"]!.AsArray().ShouldBeEmpty();
        answer["nextDue"].ShouldBeNull();
    }

    [Theory]
    [InlineData("on=2024-02-30", "on")]
    [InlineData("on=0001-01-01", "on")]
    [InlineData("at=2024-03-01", "at")]
    public async Task Refuses_what_is_not_a_day(string query, string pointer)
    {
        var answer = await setting.Api.GetAsync($"/employees/{await setting.TeacherAsync()}/qualification?{query}");

        answer.Code.ShouldBe(400);
        ((JsonArray)answer["errors"]!).Select(error => (string?)error!["pointer"]).ShouldBe([pointer]);
    }

    [Fact]
    public async Task Takes_at_most_four_SQL_commands()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();
        setting.Commands.Take("GetQualification");

        (await setting.Api.GetAsync($"/employees/{teacher}/qualification")).Expect(HttpStatusCode.OK);

        setting.Commands.Take("GetQualification").ShouldBeInRange(1, 4);
    }
}
