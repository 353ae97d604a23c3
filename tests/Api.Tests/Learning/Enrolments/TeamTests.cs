using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

/// <summary>Teams of a school on a course, as a client sees them.</summary>
public sealed class TeamTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_team_waits_as_a_whole_and_gets_its_seats_together(DatabaseProvider provider)
    {
        var setting = await SettingAsync(provider, capacity: 3);
        var api = setting.World.Api;
        var first = await setting.SendAsync("Наставники", 2);
        var second = await setting.SendAsync("Лидеры", 2);
        var late = await setting.EnrolAsync();

        first.Expect(HttpStatusCode.Created)["warnings"].ShouldBeNull();
        second.Expect(HttpStatusCode.Created);
        ((string?)second["warnings"]![0]!["code"]).ShouldBe("team.waits");
        ((string?)late["state"]).ShouldBe("waiting", "a seat is free, but the team came first");

        var members = await setting.MembersAsync(first.Id);
        await setting.WithdrawAsync(members[0]);

        (await setting.StatesAsync(second.Id)).ShouldBe(["enrolled", "enrolled"]);
        (await setting.StatesAsync(first.Id)).ShouldBe(["withdrawn", "enrolled"]);
        var enrolment = (await api.GetAsync($"{setting.Path}/enrolments/{(Guid)members[1]["id"]!}")).Expect(
            HttpStatusCode.OK
        );
        ((Guid)enrolment["team"]!["id"]!, (string?)enrolment["team"]!["name"]).ShouldBe((first.Id, "Наставники"));
        ((string?)members[1]["team"]!["name"]).ShouldBe("Наставники");
        late["team"].ShouldBeNull();
        (await setting.MembersAsync(second.Id, $"{setting.Path}/enrolments")).Count.ShouldBe(2);
        var teams = (await api.GetAsync($"{setting.Path}/teams")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        teams
            .Select(team =>
                ((string?)team!["name"], (int)team["enrolled"]!, (int)team["waiting"]!, (int)team["withdrawn"]!)
            )
            .ShouldBe([("Лидеры", 2, 0, 0), ("Наставники", 1, 0, 1)]);
    }

    [Fact]
    public async Task A_team_of_another_organisation_or_of_one_name_is_refused_and_nobody_is_enrolled()
    {
        var setting = await SettingAsync();
        var elsewhere = await setting.World.OrganisationAsync("school-2", "Вторая СОШ");
        var stranger = await setting.World.EmployeeAsync(elsewhere, setting.Position);
        var own = await setting.EmployeesAsync(2);

        var foreign = await setting.SendAsync("Лидеры", [own[0], stranger]);
        var unknown = await setting.SendAsync("Лидеры", [own[0], Guid.NewGuid()]);
        var alone = await setting.SendAsync("Лидеры", [own[0]]);
        var twice = await setting.SendAsync("Лидеры", [own[0], own[0]]);
        var before = await setting.World.RowsAsync("enrolments");
        var sent = (await setting.SendAsync("Лидеры", own)).Expect(HttpStatusCode.Created);
        var again = await setting.SendAsync("ЛИДЕРЫ", 2);
        var enrolled = await setting.SendAsync("Другие", own);

        foreign.FieldErrors.ShouldBe(["/employeeIds/1 team.other-organisation"]);
        unknown.FieldErrors.ShouldBe(["/employeeIds/1 employee.unknown"]);
        alone.FieldErrors.ShouldBe(["/employeeIds team.size"]);
        twice.FieldErrors.ShouldBe(["/employeeIds team.named-twice"]);
        before.ShouldBe(0);
        again.Code.ShouldBe(409);
        again.ErrorCode.ShouldBe("team.name-taken");
        enrolled.ErrorCode.ShouldBe("enrolment.already-enrolled");
        (await setting.World.RowsAsync("teams")).ShouldBe(1);
        foreach (var member in await setting.MembersAsync(sent.Id))
        {
            await setting.WithdrawAsync(member);
        }

        (await setting.SendAsync("Лидеры", 2)).Expect(HttpStatusCode.Created).Id.ShouldBe(sent.Id, "it had dissolved");
    }

    [Fact]
    public async Task A_team_is_renamed_by_its_revision_and_the_feed_tells_of_it()
    {
        var setting = await SettingAsync();
        var api = setting.World.Api;
        var before = (await api.GetAsync("/changes/position")).Expect(HttpStatusCode.OK)["position"];
        var team = (await setting.SendAsync("Лидеры", 2)).Expect(HttpStatusCode.Created);
        await setting.SendAsync("Наставники", 2);
        var path = $"{setting.Path}/teams/{team.Id}";

        var renamed = await api.PatchAsync(path, new { name = "Лидеры 2026" }, ("If-Match", team.ETag));

        ((string?)renamed.Expect(HttpStatusCode.OK)["name"]).ShouldBe("Лидеры 2026");
        (await api.PatchAsync(path, new { name = "Новые" }, ("If-Match", team.ETag))).Code.ShouldBe(412);
        (await api.PatchAsync(path, new { name = "Новые" })).Code.ShouldBe(428);
        (await api.PatchAsync(path, new { name = "" }, ("If-Match", renamed.ETag))).Code.ShouldBe(400);
        (await api.PatchAsync(path, new { name = "наставники" }, ("If-Match", renamed.ETag))).ErrorCode.ShouldBe(
            "team.name-taken"
        );
        await Patience.UntilAsync(
            async () =>
                (await api.GetAsync($"/changes?types=teams&after={before}"))
                    .Expect(HttpStatusCode.OK)
                    .Text.Contains(path, StringComparison.Ordinal),
            "the feed tells of the team",
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task A_school_sends_and_sees_its_own_teams_only()
    {
        var setting = await SettingAsync();
        var (world, other) = (setting.World, await setting.World.OrganisationAsync("school-2", "Вторая СОШ"));
        var team = (await setting.SendAsync("Лидеры", 2)).Expect(HttpStatusCode.Created);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", other));
        using var school = world.Service.Client(key);
        var path = $"{setting.Path}/teams";
        Guid[] own =
        [
            await world.EmployeeAsync(other, setting.Position),
            await world.EmployeeAsync(other, setting.Position),
        ];

        (await school.GetAsync($"{path}/{team.Id}")).Code.ShouldBe(404);
        (await school.PatchAsync($"{path}/{team.Id}", new { name = "Чужие" }, ("If-Match", team.ETag))).Code.ShouldBe(
            404
        );
        (await school.GetAsync(path)).Expect(HttpStatusCode.OK)["items"]!.AsArray().ShouldBeEmpty();
        var foreign = await school.PostAsync(
            path,
            new
            {
                name = "Чужие",
                organisationId = setting.School,
                employeeIds = own,
            }
        );
        foreign.Code.ShouldBe(422);
        var sent = await school.PostAsync(
            path,
            new
            {
                name = "Лидеры",
                organisationId = other,
                employeeIds = own,
            }
        );
        sent.Expect(HttpStatusCode.Created);
        (await school.GetAsync(path)).Expect(HttpStatusCode.OK)["items"]!.AsArray().Count.ShouldBe(1);
    }

    private static async Task<Setting> SettingAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        int capacity = 25
    )
    {
        var world = await World.SharedAsync(provider);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(), capacity: capacity);
        return new Setting(world, school, position, course.Id);
    }

    private sealed record Setting(World World, Guid School, Guid Position, Guid Course)
    {
        public string Path => $"/courses/{Course}";

        public async Task<Guid[]> EmployeesAsync(int count)
        {
            List<Guid> people = [];
            while (people.Count < count)
            {
                people.Add(await World.EmployeeAsync(School, Position));
            }

            return [.. people];
        }

        public async Task<Answer> SendAsync(string name, int members) =>
            await SendAsync(name, await EmployeesAsync(members));

        public Task<Answer> SendAsync(string name, Guid[] employeeIds) =>
            World.Api.PostAsync(
                $"{Path}/teams",
                new
                {
                    name,
                    organisationId = School,
                    employeeIds,
                }
            );

        public async Task<Answer> EnrolAsync() =>
            await World.Api.PostAsync($"{Path}/enrolments", new { employeeId = (await EmployeesAsync(1))[0] });

        public async Task<List<JsonNode>> MembersAsync(Guid team, string list = "/enrolments") =>
            [
                .. (await World.Api.GetAsync($"{list}?teamId={team}&sort=arrival")).Expect(HttpStatusCode.OK)["items"]!
                    .AsArray()
                    .Select(item => item!),
            ];

        public async Task<IEnumerable<string?>> StatesAsync(Guid team) =>
            (await MembersAsync(team)).Select(member => (string?)member["state"]);

        public async Task WithdrawAsync(JsonNode enrolment) =>
            (
                await World.Api.PostAsync(
                    $"{Path}/enrolments/{(Guid)enrolment["id"]!}/withdrawal",
                    new { reason = "по болезни" },
                    ("If-Match", $"\"{(int)enrolment["version"]!}\"")
                )
            ).Expect(HttpStatusCode.OK);
    }
}
