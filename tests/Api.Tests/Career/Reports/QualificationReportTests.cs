using MethodCenter.Api.Tests.Office.Reports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Career.Reports;

/// <summary>GET /reports/qualifications: who holds what on a day, and what of it ends (ATT-25, ATT-26).</summary>
public sealed class QualificationReportTests
{
    private const string Path = "/reports/qualifications?asOf=2025-01-15";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Each_person_counts_once_by_type_organisation_and_position(DatabaseProvider provider)
    {
        var (world, _) = await WithStaffAsync(provider);

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        Counts(report.Json!["total"]!).ShouldBe("6: 1 2 1 2, 1 0");
        Rows(report, "groups", row => (string?)row["group"])
            .ShouldBe(["school 4: 1 1 0 2, 1 0", "preschool 2: 0 1 1 0, 0 0"]);
        Rows(report, "organisations", row => (string?)row["organisation"]!["code"])
            .ShouldBe(["nursery 2: 0 1 1 0, 0 0", "school-1 4: 1 1 0 2, 1 0"]);
        Rows(report, "positions", row => (string?)row["position"]!["code"])
            .ShouldBe(["educator 2: 0 1 1 0, 0 0", "teacher 4: 1 1 0 2, 1 0"]);
        report["persons"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ends_in_three_six_and_twelve_months_is_counted_and_listed_at_once()
    {
        var (world, people) = await WithStaffAsync();

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        report["ends"]!
            .AsArray()
            .Select(row =>
                $"{row!["kind"]} {row["overdue"]} {row["within3Months"]} {row["within6Months"]} {row["within12Months"]}"
            )
            .ShouldBe(["conformity 1 1 2 3", "first 0 1 2 2"]);
        report["ending"]!
            .AsArray()
            .Select(item => ((Guid)item!["employeeId"]!, $"{item["kind"]} {item["endsOn"]} {item["term"]}"))
            .ShouldBe(
                [
                    (people.Never, "conformity 2012-09-01 overdue"),
                    (people.First, "first 2025-04-15 threeMonths"),
                    (people.First, "conformity 2025-04-16 sixMonths"),
                    (people.NurseryFirst, "first 2025-07-15 sixMonths"),
                    (people.NurseryFirst, "conformity 2025-07-16 twelveMonths"),
                    (people.Conforming, "conformity 2025-03-01 threeMonths"),
                ],
                ignoreOrder: true
            );
        ((string?)report["ending.1.fullName"])!.ShouldStartWith("Тестова");
    }

    [Fact]
    public async Task Published_figures_of_the_day_stand_beside_the_computed_ones()
    {
        var (world, _) = await WithStaffAsync();
        const string day = "2025-01-15";
        await world.StateAsync("qualifications", "total#highest", 2, day);
        await world.StateAsync("qualifications", "group:preschool#first", 1, day);
        await world.StateAsync("qualifications", "heads#attested", 1, day);
        await world.StateAsync("qualifications", "ends:first#within12Months", 2, day);
        await world.StateAsync("qualifications", "organisation:nowhere", 5, day);

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);
        var byDays = (await world.Api.GetAsync($"/reports/qualifications?from={day}&to={day}")).Expect(
            HttpStatusCode.OK
        );
        var selected = (await world.Api.GetAsync(Path + "&group=school")).Expect(HttpStatusCode.OK);

        ((bool)report["total.statedFigures.0.contradicted"]!).ShouldBeTrue();
        ((bool)report["groups.1.statedFigures.0.contradicted"]!).ShouldBeFalse();
        ((bool)report["heads.total.statedFigures.0.contradicted"]!).ShouldBeFalse();
        ((bool)report["ends.1.statedFigures.0.contradicted"]!).ShouldBeFalse();
        ((string?)report["heads.ends.key"]).ShouldBe("headsEnd");
        ((string?)report["unmatched.0.key"]).ShouldBe("organisation:nowhere");
        ((string?)byDays["asOf"]).ShouldBe(day);
        ((bool)byDays["total.statedFigures.0.contradicted"]!).ShouldBeTrue();
        selected["total.statedFigures"].ShouldBeNull();
    }

    [Fact]
    public async Task Heads_stand_apart()
    {
        var (world, people) = await WithStaffAsync();

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        ((int)report["heads.total.base"]!, (int)report["heads.total.attested"]!).ShouldBe((2, 1));
        ((int)report["heads.total.notAttested"]!).ShouldBe(1);
        (
            (int)report["heads.ends.overdue"]!,
            (int)report["heads.ends.within3Months"]!,
            (int)report["heads.ends.within12Months"]!
        ).ShouldBe((1, 0, 1));
        report["heads.ending"]!
            .AsArray()
            .Select(item => ((Guid)item!["employeeId"]!, $"{item["lastDecidedOn"]} {item["dueOn"]} {item["term"]}"))
            .ShouldBe([(people.NewHead, " 2019-09-01 overdue"), (people.Head, "2020-12-20 2025-12-20 twelveMonths")]);
    }

    /// <summary>ATT-26 counts persons; what the centre has published, «2 руководителя», is not contradicted by posts.</summary>
    [Fact]
    public async Task A_head_with_two_posts_is_one_person()
    {
        var (world, people) = await WithStaffAsync();
        await world.EmployAsync(people.Head, people.Nursery, await world.PositionAsync("head"), "2024-09-01");
        await world.StateAsync("qualifications", "heads#base", 2, "2025-01-15");

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);
        var nursery = await world.Api.GetAsync($"{Path}&organisationId={people.Nursery}");

        ((int)report["heads.total.base"]!, (int)report["heads.total.posts"]!).ShouldBe((2, 3));
        ((int)report["heads.total.attested"]!, (int)report["heads.total.notAttested"]!).ShouldBe((0, 2));
        ((bool)report["heads.total.statedFigures.0.contradicted"]!).ShouldBeFalse();
        ((int)report["heads.ends.overdue"]!).ShouldBe(2, "each post has a day of its own");
        ((int)nursery["heads.total.base"]!, (int)nursery["heads.total.attested"]!).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_lists_may_be_narrowed_to_one_term_and_the_counts_stay()
    {
        var (world, people) = await WithStaffAsync();
        var whole = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        var soon = (await world.Api.GetAsync(Path + "&term=threeMonths")).Expect(HttpStatusCode.OK);
        var late = (await world.Api.GetAsync(Path + "&term=twelveMonths")).Expect(HttpStatusCode.OK);

        soon["ending"]!
            .AsArray()
            .Select(item => (Guid)item!["employeeId"]!)
            .ShouldBe([people.Conforming, people.First]);
        soon["heads.ending"]!.AsArray().ShouldBeEmpty();
        late["ending"]!.AsArray().Select(item => (Guid)item!["employeeId"]!).ShouldBe([people.NurseryFirst]);
        late["heads.ending"]!.AsArray().Select(item => (Guid)item!["employeeId"]!).ShouldBe([people.Head]);
        foreach (var counts in new[] { "ends", "total", "heads.total", "heads.ends" })
        {
            soon[counts]!.ToJsonString().ShouldBe(whole[counts]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Every_person_is_listed_where_it_is_asked_for()
    {
        var (world, people) = await WithStaffAsync();

        var report = (await world.Api.GetAsync(Path + "&includePersons=true")).Expect(HttpStatusCode.OK);

        var persons = report["persons"]!.AsArray();
        persons.Count.ShouldBe(6);
        var highest = persons.Single(person => (Guid)person!["employeeId"]! == people.Highest)!;
        ((string?)highest["bucket"], (string?)highest["since"], (bool)highest["isMethodist"]!).ShouldBe(
            ("highest", "2023-10-20", true)
        );
        persons.ShouldNotContain(person => (Guid)person!["employeeId"]! == people.Head);
    }

    /// <summary>By name «А» would come first; two reports of one day must not put one person into different schools.</summary>
    [Fact]
    public async Task Of_two_part_time_posts_the_earlier_one_represents_the_person()
    {
        var world = await World.SharedAsync();
        var teacher = await world.PositionAsync();
        var (first, second) = (await world.OrganisationAsync("a", "А"), await world.OrganisationAsync("b", "Б"));
        var body = new { lastName = "Совместителева", firstName = "Анна" };
        var person = (await world.Api.PostAsync("/employees", body)).Expect(HttpStatusCode.Created).Id;
        await world.EmployAsync(person, first, teacher, "2024-01-09", "internalPartTime");
        await world.EmployAsync(person, second, teacher, "2020-09-01");

        var report = (await world.Api.GetAsync(Path + "&includePersons=true")).Expect(HttpStatusCode.OK);
        var due = (await world.Api.GetAsync("/reports/training-due?asOf=2025-01-15")).Expect(HttpStatusCode.OK);

        ((string?)report["persons.0.organisation.code"]).ShouldBe("b");
        Rows(report, "organisations", row => (string?)row["organisation"]!["code"]).ShouldBe(["b 1: 0 0 0 1, 0 0"]);
        ((string?)due["employees.items.0.organisation.code"]).ShouldBe("b");
    }

    [Fact]
    public async Task It_may_be_asked_of_one_organisation_position_type_and_day()
    {
        var (world, people) = await WithStaffAsync();

        async Task<string> TotalAsync(string query) =>
            Counts(
                (await world.Api.GetAsync($"/reports/qualifications?{query}")).Expect(HttpStatusCode.OK).Json!["total"]!
            );

        (await TotalAsync($"asOf=2025-01-15&organisationId={people.Nursery}")).ShouldBe("2: 0 1 1 0, 0 0");
        (await TotalAsync($"asOf=2025-01-15&positionId={await world.PositionAsync()}")).ShouldBe("4: 1 1 0 2, 1 0");
        (await TotalAsync("asOf=2025-01-15&group=preschool")).ShouldBe("2: 0 1 1 0, 0 0");
        (await TotalAsync("asOf=2023-10-19")).ShouldBe("5: 0 2 2 1, 0 0");
        (await TotalAsync("asOf=2025-04-16")).ShouldBe("6: 1 1 0 4, 1 0");
        (await TotalAsync("asOf=2001-01-01")).ShouldBe("0: 0 0 0 0, 0 0");
    }

    /// <summary>Who works elsewhere, or has left, is not read to be left out: a district has 100,000 of them.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Only_those_asked_about_are_read(DatabaseProvider provider)
    {
        var (world, people) = await WithStaffAsync(provider);
        using var sql = world.Service.Sql.Watch(world);
        string[] queries =
        [
            $"&organisationId={people.Nursery}",
            "&group=preschool",
            $"&positionId={await world.PositionAsync("educator")}",
        ];

        foreach (var query in queries)
        {
            sql.Restart();
            (await world.Api.GetAsync(Path + query)).Expect(HttpStatusCode.OK);

            // Two educators, each with a place of work and a decision, and the ends of three commands.
            sql.ReadsOf(sent => sent.Sql.Contains("employments", StringComparison.Ordinal)).ShouldBe(4 + 3, query);
        }
    }

    [Fact]
    public async Task The_same_figures_come_as_a_workbook()
    {
        var (world, _) = await WithStaffAsync();

        using var request = world.Api.Request(
            HttpMethod.Get,
            Path + "&includePersons=true",
            ("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        );
        using var answer = await world.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var workbook = ReadWorkbook.Of(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );

        workbook.Sheets.ShouldBe([
            "По типам",
            "По организациям",
            "По должностям",
            "Сколько заканчивается",
            "У кого заканчивается",
            "Педагоги",
            "Руководители",
            "У кого из руководителей",
        ]);
        Numbers(workbook.Row("По типам", "Всего")).ShouldBe([6, 1, 2, 1, 2, 1, 0]);
        Numbers(workbook.Row("По организациям", "Детский сад")).ShouldBe([2, 0, 1, 1, 0, 0, 0]);
        Numbers(workbook.Row("Сколько заканчивается", "соответствие занимаемой должности")).ShouldBe([1, 1, 2, 3]);
        Numbers(workbook.Row("Сколько заканчивается", "Аттестация руководителей")).ShouldBe([1, 0, 0, 1]);
        workbook.Row("У кого заканчивается", "просрочено").ShouldNotBeEmpty();
        workbook.Row("Педагоги", "высшая категория").ShouldNotBeEmpty();

        // Each figure stands under its own heading.
        var heads = workbook.Rows("Руководители").TakeLast(2).ToList();
        heads[0]
            .Select(cell => cell.Text)
            .ShouldBe(["Руководителей", "Аттестованы", "Не аттестованы", "Руководящих должностей"]);
        Numbers(heads[1]).ShouldBe([2, 1, 1, 2]);
        workbook.Rows("У кого из руководителей").Count(row => row.Any(cell => cell.Text == "просрочено")).ShouldBe(1);
    }

    [Fact]
    public async Task Absences_move_nothing()
    {
        var (world, people) = await WithStaffAsync();
        var before = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK).Json!["ending"]!.ToJsonString();
        var card = await world.Api.GetAsync($"/employees/{people.Never}");
        (
            await world.Api.PostAsync(
                $"/employees/{people.Never}/absences",
                new { kind = "parentalLeave", from = "2024-01-12" },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        var after = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK).Json!["ending"]!.ToJsonString();

        after.ShouldBe(before);
    }

    [Fact]
    public async Task A_school_sees_its_own_and_the_analyst_nothing_of_it()
    {
        var (world, people) = await WithStaffAsync();
        var analyst = await world.RoleAsync(world.Service, "analyst");
        var school = await world.RoleAsync(world.Service, "schoolOperator", people.Nursery);

        var own = (await school.GetAsync(Path)).Expect(HttpStatusCode.OK);

        (await analyst.GetAsync(Path)).Code.ShouldBe(403);
        Counts(own.Json!["total"]!).ShouldBe("2: 0 1 1 0, 0 0");
        ((int)own["heads.total.base"]!).ShouldBe(0);
    }

    private static IEnumerable<string> Rows(
        Answer report,
        string list,
        Func<System.Text.Json.Nodes.JsonNode, string?> name
    ) => report[list]!.AsArray().Select(row => $"{name(row!)} {Counts(row!)}");

    private static IEnumerable<int> Numbers(ReadCell[] row) =>
        row.Select(cell => cell.Number).OfType<decimal>().Select(number => (int)number);

    /// <summary>«base: highest first conformity none, methodist mentor».</summary>
    private static string Counts(System.Text.Json.Nodes.JsonNode counts) =>
        $"{counts["base"]}: {counts["highest"]} {counts["first"]} {counts["conformity"]} {counts["none"]}, {counts["methodist"]} {counts["mentor"]}";

    /// <summary>Six teachers and two heads on 15.01.2025, and who must not count.</summary>
    private static async Task<(World World, People People)> WithStaffAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite
    )
    {
        var world = await World.SharedAsync(provider);
        var (teacher, educator, director) = (
            await world.PositionAsync(),
            await world.PositionAsync("educator"),
            await world.PositionAsync("director")
        );
        var (school, nursery) = (
            await world.OrganisationAsync(),
            await world.OrganisationAsync("nursery", "Детский сад", "kindergarten")
        );
        var people = new People(
            nursery,
            await world.EmployeeAsync(school, teacher),
            await world.EmployeeAsync(school, teacher),
            await world.EmployeeAsync(school, teacher),
            await world.EmployeeAsync(nursery, educator),
            await world.EmployeeAsync(nursery, educator),
            await world.EmployeeAsync(school, director),
            await world.EmployeeAsync(school, director, "2019-09-01")
        );

        // In the post for less than two years: subject to nothing yet, and nothing ends within the year.
        await world.EmployeeAsync(school, teacher, "2024-09-01");
        await world.AttestAsync(people.Highest, school, teacher, "highest", "2023-10-20");
        await world.AttestAsync(people.Highest, school, teacher, "methodist", "2024-03-20");
        await world.AttestAsync(people.Highest, school, teacher, "conformity", "2019-03-01");
        await world.AttestAsync(people.First, school, teacher, "first", "2020-04-15");
        await world.AttestAsync(people.NurseryFirst, nursery, educator, "first", "2020-07-15");
        await world.AttestAsync(people.Conforming, nursery, educator, "conformity", "2020-03-01");
        (
            await world.Api.PostAsync(
                "/head-attestations",
                new
                {
                    employeeId = people.Head,
                    organisationId = school,
                    positionId = director,
                    commission = "Комиссия администрации",
                    decidedOn = "2020-12-20",
                    outcome = "granted",
                }
            )
        ).Expect(HttpStatusCode.Created);
        return (world, people);
    }

    private sealed record People(
        Guid Nursery,
        Guid Highest,
        Guid First,
        Guid Never,
        Guid NurseryFirst,
        Guid Conforming,
        Guid Head,
        Guid NewHead
    );
}
