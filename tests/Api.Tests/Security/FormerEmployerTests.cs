using System.Text;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Security;

/// <summary>A school changes a person while he works there, and of the past reads what was its own.</summary>
public sealed class FormerEmployerTests : IAsyncLifetime
{
    private World _world = null!;
    private Guid _former;
    private Guid _present;
    private Guid _position;
    private Guid _person;
    private ApiClient _school = null!;

    public async ValueTask InitializeAsync() => await BeginAsync(await World.SharedAsync());

    private async Task BeginAsync(World world)
    {
        _world = world;
        (_former, _present, _position) = (
            await _world.OrganisationAsync(),
            await _world.OrganisationAsync("school-2", "Вторая СОШ"),
            await _world.PositionAsync()
        );
        _person = await _world.EmployeeAsync(_former, _position);
        var (_, key) = await _world.ProgramAsync(TestAccounts.Role("schoolOperator", _former));
        _school = _world.Service.Client(key, _world.Centre);
        var place = (await CardAsync(_world.Api))["employments.0.id"];
        await ChangeAsync(_world.Api, $"employments/{place}/dismissal", new { lastDay = "2020-08-31" });
        await ChangeAsync(
            _world.Api,
            "employments",
            new
            {
                organisationId = _present,
                positionId = _position,
                from = "2020-09-01",
            }
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_changes_nothing()
    {
        var card = await CardAsync(_school);
        var place = card["employments.0.id"];
        var tag = ("If-Match", card.ETag);

        Answer[] refused =
        [
            await _school.PatchAsync($"/employees/{_person}", new { lastName = "Подложная" }, tag),
            await _school.PostAsync(
                $"/employees/{_person}/employments",
                new
                {
                    organisationId = _former,
                    positionId = _position,
                    from = "2021-09-01",
                },
                tag
            ),
            await _school.PostAsync(
                $"/employees/{_person}/employments/{place}/dismissal",
                new { lastDay = "2020-08-30" },
                tag
            ),
            await _school.PostAsync(
                "/training-records",
                new
                {
                    employeeId = _person,
                    organisationId = _former,
                    provider = "АППО",
                    title = "Оценка",
                    kind = "professionalDevelopment",
                    hours = 36,
                    completedOn = "2021-02-26",
                }
            ),
        ];

        foreach (var answer in refused)
        {
            answer.Status.ShouldBe(HttpStatusCode.Forbidden, answer.Text);
            answer.ErrorCode.ShouldBe("employee.no-longer-employed");
        }

        (await CardAsync(_world.Api)).ETag.ShouldBe(card.ETag);
    }

    /// <summary>A sandbox answers as of the day that a request names; a door that is shut today does not open for it.</summary>
    [Fact]
    public async Task An_earlier_day_of_a_sandbox_gives_it_nothing_back()
    {
        await BeginAsync(await World.CreateAsync(await TestService.SharedAsync(), "sandbox", sandbox: true));
        var card = await CardAsync(_world.Api);
        (string, string) then = ("X-Today", "2015-09-01");

        var changed = await _school.PatchAsync(
            $"/employees/{_person}",
            new { lastName = "Подложная" },
            ("If-Match", card.ETag),
            then
        );
        var file = Encoding.UTF8.GetBytes(
            $"Фамилия;Имя;Отчество;Организация;Должность;Работает с;Образование\r\n{card["lastName"]};{card["firstName"]};{card["patronymic"]};school-1;Учитель;01.09.2010;высшее"
        );
        var sent = await Imports.SendAsync(_school, "/imports/employees?mode=validRows", file, headers: [then]);
        var ended = await Imports.EndAsync(_school, sent.Expect(HttpStatusCode.Accepted).Id);

        changed.ErrorCode.ShouldBe("employee.no-longer-employed");
        ((int?)ended["counts"]!["refused"]).ShouldBe(1, ended.ToJsonString());
        (await CardAsync(_world.Api)).ETag.ShouldBe(card.ETag);
    }

    [Fact]
    public async Task A_file_repeats_the_past_and_changes_nothing()
    {
        var card = await CardAsync(_world.Api);
        const string Header = "Фамилия;Имя;Отчество;Организация;Должность;Работает с;Работает по";
        var name = $"{card["lastName"]};{card["firstName"]};{card["patronymic"]}";

        var same = await Imports.RunAsync(
            _school,
            $"{Header}\r\n{name};school-1;Учитель;01.09.2010;31.08.2020",
            "validRows"
        );
        var other = await Imports.RunAsync(_school, $"{Header}\r\n{name};school-1;Учитель;01.09.2021;", "validRows");

        ((int?)same["counts"]!["unchanged"]).ShouldBe(1, same.ToJsonString());
        ((int?)other["counts"]!["refused"]).ShouldBe(1, other.ToJsonString());
        (await CardAsync(_world.Api)).ETag.ShouldBe(card.ETag);
    }

    [Fact]
    public async Task It_reads_its_own_past_and_not_where_the_person_works_now()
    {
        var card = await CardAsync(_school);
        var list = await _school.GetAsync("/employees");
        var there = await _school.GetAsync($"/employees?organisationId={_present}");
        var now = await _school.GetAsync($"/employees/{_person}/qualification?on=2024-01-01");
        var then = await _school.GetAsync($"/employees/{_person}/qualification?on=2019-01-01");

        (await _school.GetAsync($"/employees/{_person}/timetable.ics")).Status.ShouldBe(HttpStatusCode.Forbidden);
        Organisations(card).ShouldBe([_former]);
        list["items.0.organisationIds"]!.AsArray().ShouldBeEmpty();
        there["items"]!.AsArray().ShouldBeEmpty();
        now.Status.ShouldBe(HttpStatusCode.Forbidden);
        then.Status.ShouldBe(HttpStatusCode.OK, then.Text);
        Organisations(await CardAsync(_world.Api)).ShouldBe([_former, _present]);
    }

    /// <summary>Married, graduated and corrected since: nothing of it is told to the former employer, in any form.</summary>
    [Fact]
    public async Task It_reads_the_card_as_it_was_when_the_person_left()
    {
        const string Married = "Замужняя";
        await RecordAsync();
        var before = await CardAsync(_school);
        var former = (string)before["lastName"]!;
        (
            await _world.Api.PatchAsync(
                $"/employees/{_person}",
                new
                {
                    lastName = Married,
                    education = "higher",
                    teachingSince = "2009-09-01",
                },
                ("If-Match", before.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        var card = await CardAsync(_school);
        foreach (var member in new[] { "lastName", "firstName", "patronymic", "education", "teachingSince" })
        {
            (card[member]?.ToJsonString()).ShouldBe(before[member]?.ToJsonString());
        }

        string[] lists =
        [
            "/employees",
            $"/employees?q={former}",
            "/training-records",
            "/attestations",
            "/exports/employees?format=csv",
            "/exports/training-records?format=csv",
            "/exports/attestations?format=csv",
        ];
        foreach (var list in lists)
        {
            var seen = (await _school.GetAsync(list)).Expect(HttpStatusCode.OK);
            seen.Text.ShouldContain(former, customMessage: list);
            seen.Text.ShouldNotContain(Married, customMessage: list);
            if (!list.Contains("?q=", StringComparison.Ordinal))
            {
                (await _world.Api.GetAsync(list))
                    .Expect(HttpStatusCode.OK)
                    .Text.ShouldContain(Married, customMessage: list);
            }
        }

        foreach (var filter in new[] { $"q={Married}", "education=higher" })
        {
            (await _school.GetAsync($"/employees?{filter}"))["items"]!.AsArray().ShouldBeEmpty(filter);
            (await _world.Api.GetAsync($"/employees?{filter}"))["items"]!.AsArray().ShouldHaveSingleItem(filter);
        }
    }

    /// <summary>Neither beside an id, nor by the place in a list, nor by what a file is told of its rows.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_new_name_is_told_by_no_single_object_no_order_and_no_import(DatabaseProvider provider)
    {
        const string Married = "Яблокова";
        if (provider != DatabaseProvider.Sqlite)
        {
            await BeginAsync(await World.SharedAsync(provider));
        }

        await RecordAsync();
        var colleague = await _world.EmployeeAsync(_former, _position);
        var before = await CardAsync(_school);
        (
            await _world.Api.PatchAsync($"/employees/{_person}", new { lastName = Married }, ("If-Match", before.ETag))
        ).Expect(HttpStatusCode.OK);

        foreach (var list in new[] { "/training-records", "/attestations" })
        {
            var id = (await _world.Api.GetAsync(list))["items.0.id"];
            ((string?)(await _school.GetAsync($"{list}/{id}"))["fullName"]).ShouldStartWith(
                (string)before["lastName"]!
            );
            ((string?)(await _world.Api.GetAsync($"{list}/{id}"))["fullName"]).ShouldStartWith(Married);
        }

        (await IdsAsync(_school)).ShouldBe([_person, colleague]);
        (await IdsAsync(_world.Api)).ShouldBe([colleague, _person]);

        const string Header = "Фамилия;Имя;Отчество;Организация;Должность;Работает с;Работает по";
        var rest = $"{before["firstName"]};{before["patronymic"]};school-1;Учитель;01.09.2010;31.08.2020";
        var known = await Imports.RunAsync(_school, $"{Header}\r\n{before["lastName"]};{rest}", "dryRun");
        var guess = await Imports.RunAsync(_school, $"{Header}\r\n{Married};{rest}", "dryRun");
        var other = await Imports.RunAsync(_school, $"{Header}\r\nНебывалая;{rest}", "dryRun");
        ((int?)known["counts"]!["unchanged"]).ShouldBe(1, known.ToJsonString());
        (guess["counts"]!.ToJsonString()).ShouldBe(other["counts"]!.ToJsonString());
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(ApiClient client) =>
        (await client.GetAsync("/employees?sort=name"))["items"]!.AsArray().Select(item => (Guid)item!["id"]!);

    [Fact]
    public async Task Whoever_returns_is_seen_as_he_is()
    {
        var card = await CardAsync(_world.Api);
        (
            await _world.Api.PatchAsync(
                $"/employees/{_person}",
                new { lastName = "Вернувшаяся" },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        ((string?)(await CardAsync(_school))["lastName"]).ShouldBe((string?)card["lastName"]);

        var back = new
        {
            organisationId = _former,
            positionId = _position,
            kind = "externalPartTime",
            from = "2021-09-01",
        };
        await ChangeAsync(_world.Api, "employments", back);

        ((string?)(await CardAsync(_school))["lastName"]).ShouldBe("Вернувшаяся");
        (await _school.GetAsync("/employees")).Text.ShouldContain("Вернувшаяся");
    }

    /// <summary>A training and a decision of the years in which the person worked there.</summary>
    private async Task RecordAsync()
    {
        var training = new
        {
            employeeId = _person,
            organisationId = _former,
            provider = "АППО",
            title = "Оценка",
            kind = "professionalDevelopment",
            hours = 36,
            completedOn = "2019-02-26",
        };
        (await _world.Api.PostAsync("/training-records", training)).Expect(HttpStatusCode.Created);
        var decision = new
        {
            employeeId = _person,
            organisationId = _former,
            positionId = _position,
            kind = "first",
            decidedOn = "2019-03-26",
            outcome = "granted",
        };
        (await _world.Api.PostAsync("/attestations", decision)).Expect(HttpStatusCode.Created);
    }

    private static IEnumerable<Guid> Organisations(Answer card) =>
        card["employments"]!.AsArray().Select(place => (Guid)place!["organisationId"]!);

    private async Task<Answer> CardAsync(ApiClient client) =>
        (await client.GetAsync($"/employees/{_person}")).Expect(HttpStatusCode.OK);

    private async Task ChangeAsync(ApiClient client, string path, object body)
    {
        var card = await CardAsync(client);
        (await client.PostAsync($"/employees/{_person}/{path}", body, ("If-Match", card.ETag))).Expect(
            HttpStatusCode.OK
        );
    }
}
