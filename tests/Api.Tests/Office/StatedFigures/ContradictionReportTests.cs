using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Office.Reports;

namespace MethodCenter.Api.Tests.Office.StatedFigures;

/// <summary>GET /reports and /reports/contradictions: what can be stated, and what the records do not bear.</summary>
public sealed class ContradictionReportTests
{
    private const string Year = ReportCentre.Year;
    private const string Path = "/reports/contradictions";

    /// <summary>Any cell of any report: the first row that the answer names, and the list of contradictions.</summary>
    [Fact]
    public async Task Every_report_shows_what_was_published_for_it()
    {
        var world = await World.CreateAsync(await TestService.SharedAsync());
        var school = await world.OrganisationAsync();
        var reports = (await world.Api.GetAsync("/reports")).Expect(HttpStatusCode.OK);
        reports["items"]!.AsArray().Count.ShouldBeGreaterThanOrEqualTo(16);

        foreach (var report in reports["items"]!.AsArray().Select(one => one!.AsObject()))
        {
            var code = (string)report["code"]!;
            var (query, period) = Period((string)report["period"]!);
            var address = ((string)report["address"]!).Replace(
                "{organisationId}",
                $"{school}",
                StringComparison.Ordinal
            );
            var path = $"{address}?{query}" + (code == "topicCoverage" ? "&topic=Оценивание" : "");
            var before = (await world.Api.GetAsync(path)).Expect(HttpStatusCode.OK);
            var key = Rows(before.Json!).FirstOrDefault() ?? $"profile:{school}/500+";
            var stated = new
            {
                report = code,
                period,
                cellKey = key,
                value = 999,
                source = "Публичный доклад",
                page = "с. 14",
            };
            (await world.Api.PostAsync("/stated-figures", stated)).Expect(HttpStatusCode.Created);

            var after = (await world.Api.GetAsync(path)).Expect(HttpStatusCode.OK);
            var found = Stated(after.Json!).ShouldHaveSingleItem(code);
            ((decimal)found["stated"]!).ShouldBe(999, code);
            ((decimal)found["difference"]!).ShouldBe(999, code);
            ((bool)found["contradicted"]!).ShouldBeTrue(code);

            var list = (await world.Api.GetAsync($"{Path}?report={code}")).Expect(HttpStatusCode.OK);
            ((string?)list["contradictions.items.0.cellKey"]).ShouldBe(key, code);
            ((string?)list["contradictions.items.0.page"]).ShouldBe("с. 14", code);
            ((decimal)list["contradictions.items.0.value"]!).ShouldBe(0, code);

            using var workbook = world.Api.Request(HttpMethod.Get, path, ("Accept", Xlsx));
            using var file = await world.Api.Http.SendAsync(workbook, TestContext.Current.CancellationToken);
            var book = ReadWorkbook.Of(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            book.Sheets.ShouldContain("Опубликовано", code);
            file.Content.Headers.ContentDisposition!.FileNameStar!.ShouldContain("2025", customMessage: code);
        }

        var seen = await PagesAsync(world);
        seen.Count.ShouldBe(reports["items"]!.AsArray().Count);
        seen.ShouldBe(seen.Order(StringComparer.Ordinal));
    }

    /// <summary>Contradictions of all reports in one list, page by page.</summary>
    private static async Task<List<string>> PagesAsync(World world)
    {
        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await world.Api.GetAsync($"{Path}?limit=5" + (cursor.Length == 0 ? "" : $"&cursor={cursor}"));
            var items = page.Expect(HttpStatusCode.OK)["contradictions.items"]!.AsArray();
            items.Count.ShouldBeLessThanOrEqualTo(5);
            seen.AddRange(items.Select(one => (string)one!["report"]!));
            cursor = (string?)page["contradictions.next"];
        }

        return seen;
    }

    [Fact]
    public async Task A_contradiction_has_value_base_and_cause()
    {
        var world = await WithAttestationsAsync();
        await world.StateAsync("attestations", "category:first", 1);
        await world.StateAsync("attestations", "category:highest", 3);
        await world.StateAsync("attestations", "group:school", 4);
        await world.StateAsync("attestations", "total", 9);
        await world.StateAsync("attestations", "cell:first/school", 3);

        var all = (await world.Api.GetAsync($"{Path}?sort=-difference&includeTotal=true")).Expect(HttpStatusCode.OK);
        var swapped = await world.Api.GetAsync($"{Path}?cause=transposedRows&academicYear={Year}");
        var other = await world.Api.GetAsync($"{Path}?from=2026-01-01");
        var source = await world.Api.GetAsync($"{Path}?source=нет+такого");

        // What the rows bear is not in the list.
        all["contradictions.items"]!
            .AsArray()
            .Select(one => (string)one!["cellKey"]!)
            .ShouldBe(["total", "category:highest", "category:first"]);
        ((int)all["contradictions.total"]!).ShouldBe(3);
        ((string?)all["contradictions.items.0.cause"]).ShouldBe("printedPartsDiffer");
        ((decimal)all["contradictions.items.0.value"]!).ShouldBe(4);
        ((decimal)all["contradictions.items.0.difference"]!).ShouldBe(5);
        all["contradictions.items.0.causeCells"]!.AsArray().Count.ShouldBe(2);
        swapped["contradictions.items"]!.AsArray().Count.ShouldBe(2);
        ((string?)swapped["contradictions.items.0.cellKey"]).ShouldBe("category:first");
        ((string?)swapped["contradictions.items.0.base.key"]).ShouldBe("total");
        ((decimal)swapped["contradictions.items.0.base.value"]!).ShouldBe(4);
        ((string?)swapped["contradictions.items.0.causeCells.0.key"]).ShouldBe("category:highest");
        ((string?)swapped["contradictions.items.0.causeName"]).ShouldNotBeNullOrEmpty();
        other["contradictions.items"]!.AsArray().ShouldBeEmpty();
        source["contradictions.items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workbook_has_all_of_them()
    {
        var world = await WithAttestationsAsync();
        await world.StateAsync("attestations", "total", 9);

        using var request = world.Api.Request(HttpMethod.Get, $"{Path}?academicYear={Year}", ("Accept", Xlsx));
        using var file = await world.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);

        file.Content.Headers.ContentDisposition!.FileNameStar!.ShouldStartWith(
            $"Расхождения опубликованных показателей с данными {Year}"
        );
        var book = ReadWorkbook.Of(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        book.Rows("Расхождения").Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_workbook_that_needs_too_many_reports_is_refused_and_a_narrower_one_is_not()
    {
        const int Most = 200;
        var world = await World.CreateAsync(await TestService.SharedAsync());
        var first = new DateOnly(2024, 1, 1);
        for (var day = 0; day <= Most; day++)
        {
            await world.StateAsync("attestations", "total", 9, $"{first:O}/{first.AddDays(day):O}");
        }

        (await AskAsync("")).Code.ShouldBe("stated-figure.too-many-reports");
        (await AskAsync($"?to={first.AddDays(1):O}")).Status.ShouldBe(HttpStatusCode.OK);

        async Task<(HttpStatusCode Status, string? Code)> AskAsync(string query)
        {
            using var request = world.Api.Request(HttpMethod.Get, Path + query, ("Accept", Xlsx));
            using var answer = await world.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return (answer.StatusCode, null);
            }

            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (answer.StatusCode, (string?)JsonNode.Parse(text)!["code"]);
        }
    }

    /// <summary>Neither a figure, nor its difference, nor that it agrees: what is withheld is withheld here too.</summary>
    [Fact]
    public async Task What_is_withheld_is_not_told_by_what_was_published()
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync();
        await world.StateAsync("attestations", "category:highest", 1);
        await world.StateAsync("attestations", "category:first", 2);
        await world.StateAsync("attestations", "total", 4);
        using var analyst = await world.RoleAsync(service, "analyst");

        var report = (await analyst.GetAsync($"/reports/attestations?academicYear={Year}")).Expect(HttpStatusCode.OK);
        var list = (await analyst.GetAsync(Path)).Expect(HttpStatusCode.OK);
        var whole = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        Stated(report.Json!).ShouldBeEmpty();
        list["contradictions.items"]!.AsArray().ShouldBeEmpty();
        whole["contradictions.items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_school_sees_the_reports_that_it_may_read_and_no_published_figures_of_all()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var school = await world.OrganisationAsync();
        await world.StateAsync("applications", "total", 12);
        using var operatorOf = await world.RoleAsync(service, "schoolOperator", school);

        var reports = (await operatorOf.GetAsync("/reports")).Expect(HttpStatusCode.OK);
        var own = (await operatorOf.GetAsync($"/reports/applications?academicYear={Year}")).Expect(HttpStatusCode.OK);
        var list = await operatorOf.GetAsync(Path);

        var codes = reports["items"]!.AsArray().Select(one => (string)one!["code"]!).ToList();
        codes.ShouldContain("applications");
        codes.ShouldNotContain("courses");
        Stated(own.Json!).ShouldBeEmpty();
        list.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await service.Client(key: null).GetAsync("/reports")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>One way to name a period, whatever a report called it before.</summary>
    [Theory]
    [InlineData(
        "applications?from=2024-09-01&to=2025-08-31",
        "applications?submittedFrom=2024-09-01&submittedTo=2025-08-31"
    )]
    [InlineData("applications?academicYear=2024-2025", "applications?submittedFrom=2024-09-01&submittedTo=2025-08-31")]
    [InlineData("courses?from=2024-09-01&to=2025-08-31", "courses?academicYear=2024-2025")]
    [InlineData("certificates?academicYear=2024-2025", "certificates?from=2024-09-01&to=2025-08-31")]
    [InlineData("training-needs?from=2025-01-01&to=2025-12-31", "training-needs?year=2025")]
    [InlineData("training-due?from=2025-01-01&to=2025-05-05", "training-due?asOf=2025-05-05")]
    [InlineData("training-due?academicYear=2024-2025", "training-due?asOf=2025-08-31")]
    public async Task A_period_is_named_in_one_way_and_the_former_ones_are_aliases(string path, string alias)
    {
        var world = await World.SharedAsync();

        var one = (await world.Api.GetAsync($"/reports/{path}")).Expect(HttpStatusCode.OK);
        var other = (await world.Api.GetAsync($"/reports/{alias}")).Expect(HttpStatusCode.OK);

        Timeless(one).ShouldBe(Timeless(other));
    }

    [Theory]
    [InlineData("courses?from=2024-09-01&to=2025-06-30", "report.period-not-counted")]
    [InlineData("training-plans?academicYear=2024-2025", "report.period-not-counted")]
    [InlineData("certificates?from=1950-01-01", "report.period-not-counted")]
    [InlineData("courses?academicYear=2024-2025&from=2025-09-01&to=2026-08-31", "report.period-named-twice")]
    [InlineData("applications?from=2024-09-01&submittedFrom=2024-10-01", "report.period-named-twice")]
    [InlineData("applications?from=2024-09-01&to=2024-08-31", "report.period-reversed")]
    public async Task Another_period_is_refused_with_what_the_report_counts(string path, string code)
    {
        var world = await World.SharedAsync();

        var refused = await world.Api.GetAsync($"/reports/{path}");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe(code);
    }

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static string Timeless(Answer answer)
    {
        var json = answer.Json!.AsObject();
        json.Remove("computedAt");
        return json.ToJsonString();
    }

    private static (string Query, string Period) Period(string kind) =>
        kind switch
        {
            "calendarYear" => ("from=2025-01-01&to=2025-12-31", "2025"),
            "day" => ("from=2025-05-05&to=2025-05-05", "2025-05-05"),
            "days" => ("from=2025-01-01&to=2025-06-30", "2025-01-01/2025-06-30"),
            _ => ($"academicYear={Year}", Year),
        };

    private static IEnumerable<string> Rows(JsonNode node) =>
        Objects(node)
            .Select(one => one["key"])
            .OfType<JsonValue>()
            .Select(key => (string)key!)
            .Where(key => key.Length > 0);

    /// <summary>Rows beside which a published figure stands, in either form.</summary>
    private static List<JsonObject> Stated(JsonNode node) =>
        [
            .. Objects(node)
                .Where(one => one.ContainsKey("stated") && one.ContainsKey("key") && !one.ContainsKey("statedFigures")),
        ];

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(member => Objects(member.Value)).Prepend(one),
            JsonArray many => many.SelectMany(Objects),
            _ => [],
        };

    /// <summary>Three first categories and one highest, all of schools.</summary>
    private static async Task<World> WithAttestationsAsync()
    {
        var world = await World.CreateAsync(await TestService.SharedAsync());
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        foreach (var day in new[] { "2024-10-01", "2024-11-01", "2024-12-02" })
        {
            await world.AttestAsync(await world.EmployeeAsync(school, teacher), school, teacher, "first", day);
        }

        var person = await world.EmployeeAsync(school, teacher);
        await world.AttestAsync(person, school, teacher, "first", "2021-10-01");
        await world.AttestAsync(person, school, teacher, "highest", "2024-10-01");
        return world;
    }
}
