namespace MethodCenter.Api.Tests.Foundation;

/// <summary>What a newcomer gets wrong is answered with what is right.</summary>
public sealed class NewcomerTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Theory]
    [InlineData("academicYear", "\"2026\"", "учебный год, его пишут 2026-2027")]
    [InlineData("startsOn", "\"01.09.2026\"", "день, его пишут 2026-09-01")]
    [InlineData("capacity", "\"25\"", "целое число, например 25")]
    [InlineData("programmeId", "\"7\"", "идентификатор, он выглядит так: 01941f29-7c01-7000-8c1b-0f6200000001")]
    [InlineData("site", "7", "ожидается текст")]
    public async Task A_wrong_type_says_the_form(string member, string value, string form)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync("/courses", $$"""{"{{member}}":{{value}}}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["errors"]!.AsArray().Single(error => (string?)error!["pointer"] == $"/{member}")!["message"]!
            .ToString()
            .ShouldContain(form);
    }

    [Theory]
    [InlineData("/courses?academicYear=2026", "academicYear")]
    [InlineData("/courses?limit=0", "limit")]
    [InlineData("/courses?unknown=1", "unknown")]
    [InlineData("/audit?from=yesterday", "from")]
    [InlineData("/exports/employees?personal=true", "purpose")]
    public async Task A_query_parameter_is_named_without_a_slash(string address, string pointer)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.GetAsync(address);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)answer["errors.0.pointer"]).ShouldBe(pointer);
    }

    [Theory]
    [InlineData("/courses/7", "7")]
    [InlineData("/courses/41/journal", "41")]
    [InlineData("/courses/01941f29-7c01-7000-8c1b-0f6200000001/enrolments/abc", "abc")]
    public async Task A_malformed_id_is_told_what_an_id_looks_like(string address, string id)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.GetAsync(address);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.ErrorCode.ShouldBe("request.malformed-id");
        ((string)answer["detail"]!).ShouldStartWith($"«{id}» не может быть идентификатором");
    }

    [Fact]
    public async Task An_address_that_there_is_not_is_still_none()
    {
        var world = await foundation.NewWorldAsync();

        (await world.Api.GetAsync("/curses/7")).ErrorCode.ShouldBe("request.no-such-address");
    }

    [Fact]
    public async Task An_import_says_which_files_it_takes()
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync("/imports/employees", new { });

        answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        ((string)answer["detail"]!).ShouldContain("text/csv");
        ((string)answer["detail"]!).ShouldContain("spreadsheetml.sheet");
    }

    [Fact]
    public async Task A_refusal_names_the_right_in_words_and_the_roles_that_give_it()
    {
        var world = await foundation.NewWorldAsync();
        var account = (
            await world.Api.PostAsync(
                "/accounts",
                new
                {
                    login = $"{world.Centre}-analyst",
                    displayName = "Аналитик",
                    kind = "service",
                    roles = new[] { new { role = "analyst" } },
                }
            )
        ).Expect(HttpStatusCode.Created);
        var key = (await world.Api.PostAsync($"/accounts/{account.Id}/keys", new { name = "test" })).Expect(
            HttpStatusCode.Created
        );
        using var analyst = world.Service.Client((string)key["secret"]!, world.Centre);

        var russian = await analyst.PostAsync("/orders", new { });
        var english = await analyst.PostAsync("/orders", new { }, ("Accept-Language", "en"));

        russian.Status.ShouldBe(HttpStatusCode.Forbidden);
        ((string)russian["detail"]!).ShouldBe(
            "Нет права «составлять приказы» (orders.write). Его дают роли: администратор центра, методист, "
                + "специалист по документам, администратор системы. Обратитесь к администратору центра."
        );
        ((string)english["detail"]!).ShouldStartWith("You lack the right \"draft orders\" (orders.write).");
        russian["params.roles"]!.AsArray().Select(role => (string)role!).ShouldContain("registrar");
    }

    [Fact]
    public async Task The_changelog_names_this_version_first()
    {
        var world = await foundation.NewWorldAsync();
        using var anybody = world.Service.Client(key: null);

        var answer = (await anybody.GetAsync("/meta/changelog")).Expect(HttpStatusCode.OK);

        var version = typeof(Program).Assembly.GetName().Version!.ToString(3);
        ((string?)answer["versions.0.version"]).ShouldBe(version, "each version has its entry in docs/changelog.md");
        answer["versions.0.added"]!.AsArray().Count.ShouldBeGreaterThan(3);
        ((string?)answer["versions.0.changed.0"]).ShouldNotBeNull().ShouldNotContain("\n");
    }
}
