using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Office.Audit;

/// <summary>The audit: complete, in order, and without personal values.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const string Purpose = "сверка личного дела";
    private TestService _service = null!;
    private World _world = null!;
    private Guid _school;
    private Guid _position;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.SharedAsync();
        _world = await World.CreateAsync(_service);
        (_school, _position) = (await _world.OrganisationAsync(), await _world.PositionAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_change_shows_who_did_what_when_by_which_request()
    {
        var (account, key) = await _world.ProgramAsync(TestAccounts.Role("methodist"));
        using var client = _service.Client(key);
        var programme = await _world.ProgrammeAsync();
        var course = (await client.PostAsync("/courses", World.CourseBody(programme))).Expect(HttpStatusCode.Created);
        var before = TestDay.Instance.GetUtcNow();
        (await client.PatchAsync($"/courses/{course.Id}", new { capacity = 20 }, ("If-Match", course.ETag))).Expect(
            HttpStatusCode.OK
        );

        var entries = await ListAsync($"subjectId={course.Id}");

        entries.Select(entry => (string?)entry["useCase"]).ShouldBe(["ChangeCoursePlan", "RegisterCourse"]);
        entries.Select(entry => (string?)entry["kind"]).ShouldBe(["changed", "created"]);
        var change = entries[0];
        ((string?)change["subject"]).ShouldBe("course");
        ((Guid?)change["account"]!["id"]).ShouldBe(account.Id);
        ((string?)change["account"]!["login"]).ShouldBe((string?)account["login"]);
        ((DateTimeOffset)change["at"]!).ShouldBeInRange(before.AddMilliseconds(-1), TestDay.Instance.GetUtcNow());
        var capacity = change["changes"]!.AsArray().Single(one => (string?)one!["field"] == "capacity")!;
        ((string?)capacity["from"]).ShouldBe("25");
        ((string?)capacity["to"]).ShouldBe("20");
    }

    [Fact]
    public async Task It_is_filtered_and_paged_newest_first()
    {
        var employee = await _world.EmployeeAsync(_school, _position);
        var (_, key) = await _world.ProgramAsync(TestAccounts.Role("auditor"));
        using var auditor = _service.Client(key);
        var system = (await _service.Client().GetAsync("/me")).Id;
        foreach (
            var filter in new[]
            {
                "subject=employee",
                $"subjectId={employee}",
                "useCase=RegisterEmployee&kind=created",
                $"accountId={system}&subject=employee&from=2020-01-01T00:00:00Z&to=2999-01-01T00:00:00Z",
            }
        )
        {
            var found = (await auditor.GetAsync($"/audit?{filter}")).Expect(HttpStatusCode.OK);
            ((Guid)found["items.0.subjectId"]!).ShouldBe(employee, filter);
            found["items"]!.AsArray().Count.ShouldBe(1, filter);
        }

        (await auditor.GetAsync("/audit?to=2020-01-01T00:00:00Z"))["items"]!.AsArray().ShouldBeEmpty();
        (await auditor.GetAsync("/audit?kind=burnt")).Status.ShouldBe(HttpStatusCode.BadRequest);

        var (seen, cursor) = (new List<DateTimeOffset>(), "");
        do
        {
            var page = (await auditor.GetAsync($"/audit?limit=3{cursor}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page["items"]!.AsArray().Select(entry => (DateTimeOffset)entry!["at"]!));
            cursor = (string?)page["next"] is { } next ? $"&cursor={next}" : null;
        } while (cursor is not null);

        seen.ShouldBe(seen.OrderDescending());
        var all = (await auditor.GetAsync("/audit?limit=500&includeTotal=true"))["total"];
        ((int?)all).ShouldBe(seen.Count);
    }

    [Fact]
    public async Task Another_centre_sees_nothing_of_it()
    {
        await _world.EmployeeAsync(_school, _position);
        var other = await World.CreateAsync(_service, "other");
        (await other.Api.GetAsync("/audit?subject=employee"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?purpose=")]
    [InlineData("?purpose=abc")]
    public async Task Personal_data_are_not_read_without_a_purpose(string query)
    {
        var employee = await _world.EmployeeAsync(_school, _position);
        var answer = await _world.Api.GetAsync($"/employees/{employee}/personal-data{query}");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ListAsync("kind=read")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_personal_data_is_logged_with_its_fields_and_purpose()
    {
        var employee = await _world.EmployeeAsync(_school, _position);
        var path = $"/employees/{employee}/personal-data?purpose={Uri.EscapeDataString(Purpose)}";
        (await _world.Api.GetAsync(path)).Expect(HttpStatusCode.OK);

        var entry = (await ListAsync("kind=read")).Single();

        ((Guid?)entry["subjectId"]).ShouldBe(employee);
        ((string?)entry["useCase"]).ShouldBe("ReadPersonalData");
        ((string?)entry["purpose"]).ShouldBe(Purpose);
        entry["changes"]!
            .AsArray()
            .Select(one => (string?)one!["field"])
            .ShouldBe(["birthDate", "sex", "snils", "absences"]);
        entry["changes"]!.AsArray().ShouldAllBe(one => one!["from"] == null && one["to"] == null);
    }

    [Fact]
    public async Task Nothing_that_is_done_to_a_person_leaves_a_personal_value()
    {
        await DoEverythingToAnEmployeeAsync();
        await DoEverythingToAnAccountAsync();

        var trail = await _service.TrailAsync(_world);

        trail.ShouldContain("lastName");
        trail.ShouldContain("absence");
        trail.ShouldContain("SetPassword");
        string[] values =
        [
            "Зябликов",
            "Варфоломе",
            "Никодимов",
            "Щеглов",
            "1979-03-14",
            "03/14/1979",
            "1981-04-15",
            "04/15/1981",
            "11223344595",
            "112-233-445",
            "Female",
            "LongIllness",
            "2026-02-03",
            "02/03/2026",
            "2026-02-09",
            "02/09/2026",
            "zyablik",
            "неразглашаемый",
            "другой неразглашаемый",
            "subject-of-zyablik",
            "issuer.example",
            "mck_",
        ];
        values.Where(value => trail.Contains(value, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private async Task DoEverythingToAnEmployeeAsync()
    {
        var body = new
        {
            lastName = "Зябликова",
            firstName = "Варфоломея",
            patronymic = "Никодимовна",
            birthDate = "1979-03-14",
            sex = "female",
            snils = "112-233-445 95",
            employment = new
            {
                organisationId = _school,
                positionId = _position,
                from = "2010-09-01",
            },
        };
        var employee = (await _world.Api.PostAsync("/employees", body, ("Idempotency-Key", "employee-once"))).Expect(
            HttpStatusCode.Created
        );
        var path = $"/employees/{employee.Id}";
        employee = await ChangeAsync(HttpMethod.Patch, path, new { lastName = "Щеглова" }, employee);
        employee = await ChangeAsync(
            HttpMethod.Put,
            path + "/personal-data",
            new { birthDate = "1981-04-15", sex = "female" },
            employee
        );
        employee = await ChangeAsync(
            HttpMethod.Post,
            path + "/absences",
            new { kind = "longIllness", from = "2026-02-03" },
            employee
        );
        (await _world.Api.GetAsync($"{path}/personal-data?purpose=проверка")).Expect(HttpStatusCode.OK);
        var absence = (await _world.Api.GetAsync($"{path}/personal-data?purpose=проверка"))["absences.0.id"];
        await ChangeAsync(
            HttpMethod.Post,
            $"{path}/absences/{absence}/return",
            new { lastDay = "2026-02-09" },
            employee
        );
        var course = await _world.OpenCourseAsync(await _world.ProgrammeAsync());
        (await _world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee.Id })).Expect(
            HttpStatusCode.Created
        );
    }

    private async Task DoEverythingToAnAccountAsync()
    {
        var body = new
        {
            kind = "person",
            login = "zyablik",
            displayName = "Зябликова В. Н.",
            password = "неразглашаемый пароль",
            roles = new[] { TestAccounts.Role("methodist") },
        };
        var account = (await _world.Api.PostAsync("/accounts", body, ("Idempotency-Key", "account-once"))).Expect(
            HttpStatusCode.Created
        );
        var path = $"/accounts/{account.Id}";
        var card = new
        {
            displayName = "Щеглова В. Н.",
            externalIdentity = new { issuer = "https://issuer.example", subject = "subject-of-zyablik" },
        };
        account = await ChangeAsync(HttpMethod.Patch, path, card, account);
        var password = new { password = "другой неразглашаемый" };
        account = await ChangeAsync(HttpMethod.Put, path + "/password", password, account);
        account = await ChangeAsync(HttpMethod.Post, path + "/blocking", null, account);
        account = await ChangeAsync(HttpMethod.Post, path + "/unblocking", null, account);
        (await _world.Api.PostAsync(path + "/grants", TestAccounts.Role("expert"))).Expect(HttpStatusCode.Created);
        var key = (await _world.Api.PostAsync(path + "/keys", new { name = "ключ" })).Expect(HttpStatusCode.Created);
        await ChangeAsync(HttpMethod.Post, $"{path}/keys/{key.Id}/revocation", null, key);
    }

    private async Task<Answer> ChangeAsync(HttpMethod method, string path, object? body, Answer present)
    {
        var ifMatch = ("If-Match", present.ETag);
        var answer =
            method == HttpMethod.Patch ? await _world.Api.PatchAsync(path, body!, ifMatch)
            : method == HttpMethod.Put ? await _world.Api.PutAsync(path, body!, ifMatch)
            : await _world.Api.PostAsync(path, body, ifMatch);
        return answer.Expect(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ListAsync(string filter) =>
        [
            .. (await _world.Api.GetAsync($"/audit?{filter}")).Expect(HttpStatusCode.OK)["items"]!
                .AsArray()
                .Select(one => one!),
        ];
}
