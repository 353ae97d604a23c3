using System.Text;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>How texts, tags and names are taken from outside, whoever sends them.</summary>
public sealed class TakenTextTests
{
    [Fact]
    public async Task An_empty_optional_text_is_none()
    {
        var world = await World.SharedAsync();
        var made = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "Первая СОШ",
                kind = "secondarySchool",
                legalForm = "",
                number = "\u200B",
            }
        );
        made.Expect(HttpStatusCode.Created);
        (await world.RowsAsync("organisations", "legal_form IS NULL AND number IS NULL")).ShouldBe(1);

        var changed = await world.Api.PatchAsync(
            $"/organisations/{made.Id}",
            new { number = "12", legalForm = "" },
            ("If-Match", "*")
        );
        changed.Expect(HttpStatusCode.OK);
        (await world.RowsAsync("organisations", "legal_form IS NULL AND number = '12'")).ShouldBe(1);
        var cleared = await world.Api.PatchAsync($"/organisations/{made.Id}", new { number = "" }, ("If-Match", "*"));
        cleared.Expect(HttpStatusCode.OK);
        (await world.RowsAsync("organisations", "number IS NULL")).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_is_composed_and_loses_what_nobody_sees()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync(name: "Горскии\u0306 ли\u00ADцей\uFEFF");

        (await world.RowsAsync("organisations", "short_name = 'Горский лицей'")).ShouldBe(1);
        var found = await world.Api.GetAsync($"/organisations?q={Uri.EscapeDataString("ГОРСКИИ\u0306")}");
        found.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("две\u2028строки", "validation.not-one-line")]
    [InlineData("две\u2029строки", "validation.not-one-line")]
    [InlineData("\u202Eйецил", "validation.not-one-line")]
    [InlineData("\u2066лицей\u2069", "validation.not-one-line")]
    [InlineData("\u200B\u2060", "validation.required")]
    public async Task A_name_on_one_line_is_read_as_it_is_written(string name, string code)
    {
        var world = await World.SharedAsync();

        var refused = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = name,
                kind = "secondarySchool",
            }
        );

        refused.Expect(HttpStatusCode.BadRequest);
        ((string?)refused["errors.0.pointer"]).ShouldBe("/shortName");
        ((string?)refused["errors.0.code"]).ShouldBe(code);
    }

    [Theory]
    [InlineData("\u202Eавонави")]
    [InlineData("\u200B")]
    public async Task A_name_of_a_person_is_read_as_it_is_written(string lastName)
    {
        var world = await World.SharedAsync();

        var refused = await world.Api.PostAsync("/employees", new { lastName, firstName = "Анна" });

        refused.Expect(HttpStatusCode.BadRequest);
        ((string?)refused["errors.0.pointer"]).ShouldBe("/lastName");
    }

    /// <summary>RFC 9110, 13.1: If-None-Match compares weakly, If-Match strongly, * is whatever is there.</summary>
    [Theory]
    [InlineData("\"1\"", 304)]
    [InlineData("W/\"1\"", 304)]
    [InlineData("\"7\", W/\"1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"2\"", 200)]
    [InlineData("W/\"2\"", 200)]
    [InlineData("\"x\"", 200)]
    public async Task A_reader_says_what_he_has(string tags, int status)
    {
        var world = await World.SharedAsync();
        var school = await world.OrganisationAsync();

        (await world.Api.GetAsync($"/organisations/{school}", ("If-None-Match", tags))).Code.ShouldBe(status);
    }

    [Theory]
    [InlineData("\"1\"", 200, null)]
    [InlineData("*", 200, null)]
    [InlineData("\"x\", \"1\"", 200, null)]
    [InlineData("W/\"1\"", 412, "request.no-revision")]
    [InlineData("\"x\"", 412, "request.no-revision")]
    [InlineData("\"2\"", 412, "request.stale")]
    [InlineData("1", 400, "request.bad-etag")]
    public async Task A_writer_says_what_he_has_read(string tags, int status, string? error)
    {
        var world = await World.SharedAsync();
        var school = await world.OrganisationAsync();

        var changed = await world.Api.PatchAsync($"/organisations/{school}", new { number = "5" }, ("If-Match", tags));

        changed.Code.ShouldBe(status, changed.Text);
        (status == 200 ? null : changed.ErrorCode).ShouldBe(error);
    }

    [Fact]
    public async Task Any_revision_of_nothing_is_not_found()
    {
        var world = await World.SharedAsync();

        var changed = await world.Api.PatchAsync(
            $"/organisations/{Guid.NewGuid()}",
            new { number = "5" },
            ("If-Match", "*")
        );

        changed.Code.ShouldBe(404);
    }

    [Theory]
    [InlineData("application/vnd.ms-excel")]
    [InlineData("application/vnd.ms-excel; charset=utf-8")]
    public async Task A_list_that_Windows_calls_Excel_is_read_as_what_it_is(string type)
    {
        var world = await World.CreateAsync(await TestService.SharedAsync(by: SharedBy.Imports));
        await world.OrganisationAsync();
        var csv = Encoding.UTF8.GetBytes(Imports.StaffList(2));

        var sent = await Imports.SendAsync(world.Api, "/imports/employees?mode=validRows&source=test", csv, type);
        var import = await Imports.EndAsync(world.Api, sent.Expect(HttpStatusCode.Accepted).Id);

        ((int)import["counts"]!["created"]!).ShouldBe(2, import.ToJsonString());
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        var refused = await Imports.SendAsync(world.Api, "/imports/employees?source=test", old, type);
        var failed = await Imports.EndAsync(world.Api, refused.Expect(HttpStatusCode.Accepted).Id);
        ((string?)failed["error"]!["code"]).ShouldBe("table.old-excel");
    }

    [Theory]
    [InlineData("Russian Standard Time", "Europe/Moscow")]
    [InlineData("North Asia Standard Time", "Asia/Krasnoyarsk")]
    public async Task A_time_zone_of_Windows_is_refused_with_its_name(string zone, string proposed)
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        using var anywhere = service.Client();

        var refused = await anywhere.PostAsync(
            "/centres",
            new
            {
                code = world.Centre + "-zone",
                shortName = "МЦ",
                fullName = "Методический центр",
                territory = "Округ",
                timeZone = zone,
            }
        );

        refused.Expect(HttpStatusCode.UnprocessableEntity);
        ((string?)refused["code"]).ShouldBe("centre.windows-time-zone");
        refused.Text.ShouldContain(proposed);
    }

    [Fact]
    public async Task Codes_that_differ_in_case_are_one()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync("Школа-1", "Первая СОШ");
        (await world.Api.PostAsync("/positions", Position("Куратор-1", "Куратор первый"))).Expect(
            HttpStatusCode.Created
        );

        var school = await world.Api.PostAsync("/organisations", Organisation("ШКОЛА-1", "Вторая СОШ"));
        var position = await world.Api.PostAsync("/positions", Position("кУРАТОР-1", "Куратор второй"));

        school.Expect(HttpStatusCode.Conflict);
        ((string?)school["code"]).ShouldBe("organisation.code-taken");
        position.Expect(HttpStatusCode.Conflict);
        ((string?)position["code"]).ShouldBe("position.code-taken");
        var other = await world.OrganisationAsync("Школа-2", "Третья СОШ");
        var renamed = await world.Api.PatchAsync(
            $"/organisations/{other}",
            new { code = "школа-1" },
            ("If-Match", "*")
        );
        renamed.Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_second_thing_of_one_name_is_refused_or_told()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync("s-1", "Берёзовская СОШ");
        (await world.Api.PostAsync("/positions", Position("p-1", "Куратор"))).Expect(HttpStatusCode.Created);

        var school = await world.Api.PostAsync("/organisations", Organisation("s-2", "«БЕРЕЗОВСКАЯ  СОШ»"));
        var position = await world.Api.PostAsync("/positions", Position("p-2", "куратор"));

        school.Expect(HttpStatusCode.Created);
        ((string?)school["warnings.0.code"]).ShouldBe("organisation.same-name");
        ((string?)school["warnings.0.message"])!.ShouldContain("код s-1");
        position.Expect(HttpStatusCode.Conflict);
        ((string?)position["code"]).ShouldBe("position.name-taken");
        ((string?)position["detail"])!.ShouldContain("код p-1");
        (await world.Api.PostAsync("/positions", Position("p-3", "Наставник"))).Expect(HttpStatusCode.Created);
        (
            await RenamedAsync(
                "organisations",
                (await world.OrganisationAsync("s-3", "Ромашка")),
                "shortName",
                "берёзовская сош"
            )
        ).ShouldBe("organisation.same-name");
        var (first, second) = (await world.ProgrammeAsync("pr-1"), await world.ProgrammeAsync("pr-2"));
        var title = (string)(await world.Api.GetAsync($"/programmes/{first}"))["title"]!;
        (await RenamedAsync("programmes", second, "title", "Нечто иное")).ShouldBeNull();
        (await RenamedAsync("programmes", second, "title", title.ToUpperInvariant())).ShouldBe("programme.same-title");
        (await RenamedAsync("programmes", second, "title", title.ToUpperInvariant())).ShouldBeNull();

        async Task<string?> RenamedAsync(string things, Guid id, string member, string name)
        {
            var body = new Dictionary<string, string> { [member] = name };
            var renamed = await world.Api.PatchAsync($"/{things}/{id}", body, ("If-Match", "*"));
            return (string?)renamed.Expect(HttpStatusCode.OK)["warnings.0.code"];
        }
    }

    [Fact]
    public async Task A_plus_in_a_secret_is_a_plus()
    {
        var world = await World.SharedAsync();
        for (var made = 0; made < 50; made++)
        {
            var hook = await world.Api.PostAsync(
                "/webhooks",
                new { name = $"Сайт {made}", url = "https://site.example/hooks" }
            );
            hook.Expect(HttpStatusCode.Created);
            hook.Text.ShouldNotContain("\\u002B");
            if (((string)hook["secret"]!).Contains('+', StringComparison.Ordinal))
            {
                hook.Text.ShouldContain((string)hook["secret"]!);
                return;
            }
        }

        Assert.Fail("None of fifty secrets has a plus.");
    }

    [Fact]
    public async Task The_audit_writes_days_in_ISO()
    {
        var world = await World.SharedAsync();
        var service = world.Service;
        var school = await world.OrganisationAsync();
        var closed = await world.Api.PostAsync(
            $"/organisations/{school}/status",
            new { status = "closed", since = "2021-12-20" },
            ("If-Match", "*")
        );
        closed.Expect(HttpStatusCode.OK);

        var audit = await world.Api.GetAsync($"/audit?subjectId={school}");

        audit.Expect(HttpStatusCode.OK).Text.ShouldContain("\"2021-12-20\"");
        await service.Database.QueryAsync(
            $"UPDATE audit_entries SET changes = replace(changes, '2021-12-20', '12/20/2021') WHERE {service.Database.Of(world)}"
        );
        (await world.Api.GetAsync($"/audit?subjectId={school}")).Text.ShouldNotContain("12/20/2021");
    }

    /// <summary>The answer is made anew, its tag is not: a subscriber is spared what he has.</summary>
    [Fact]
    public async Task A_calendar_that_says_the_same_is_not_sent_again()
    {
        var world = await World.SharedAsync();
        var room = await world.RoomAsync("room");
        var path = $"/rooms/{room}/timetable.ics";
        using var first = await world.Api.Http.SendAsync(
            world.Api.Request(HttpMethod.Get, path),
            TestContext.Current.CancellationToken
        );
        var tag = first.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeTrue();

        (await world.Api.GetAsync(path, ("If-None-Match", tag.ToString()))).Code.ShouldBe(304);
        (await world.Api.GetAsync(path, ("If-None-Match", "W/\"0\""))).Code.ShouldBe(200);
    }

    private static object Organisation(string code, string shortName) =>
        new
        {
            code,
            shortName,
            kind = "secondarySchool",
        };

    private static object Position(string code, string name) =>
        new
        {
            code,
            name,
            category = "teaching",
        };
}
