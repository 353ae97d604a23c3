using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

/// <summary>Learners by file.</summary>
public sealed class EnrolmentImportTests
{
    private const string TeamHead = "Ключ курса;Ключ работника;Организация;Команда;Состояние";
    private const string Dataset = "enrolments";
    private const string Header =
        "Ключ курса;Учебный год;Номер курса;Ключ работника;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Полугодие;Дата зачисления;Состояние";
    private const string Personal = "source=test&personal=true&purpose=сверка";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_seated_in_order_known_by_whatever_is_given_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider, capacity: 2);
        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            "plan-1;;;00001;;;;;;;;15.09.2026;",
            $";2026-2027;1;;;;;;{Imports.Snils(2)};;;;зачислен",
            ";2026-2027;1;;ИВАНОВАБ;анна;Петровна;02.01.1970;;Первая СОШ;;;",
            "plan-1;;;00003;Петрова;;;;;;осень;;в листе ожидания"
        );
        first.ShouldBe(created: 3, unchanged: 1);
        // The third names the first again: by name, birth date and school. Whose key it is bears another name.
        first.Findings.ShouldBe(["5 lastName employee.other-name"]);
        (await scenario.RowsAsync("enrolments", "state = 'Enrolled'")).ShouldBe(2);
        (await scenario.RowsAsync("enrolments", "state = 'Waiting'")).ShouldBe(1);

        await scenario.ShouldComeBackAsync(Dataset, 3);
        await scenario.ShouldComeBackAsync(Dataset, 3, Personal);

        var more = await scenario.ImportAsync(
            Dataset,
            Header,
            "plan-1;;;00001;;;;;;;;;",
            "plan-1;;;00004;;;;;;;;;",
            "plan-1;;;00003;;;;;;;;;зачислен"
        );
        more.ShouldBe(created: 1, unchanged: 2);
        more.Findings.ShouldBe(["3 state enrolment.other-state", "4 state enrolment.other-state"]);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.World.OpenCourseAsync(await scenario.World.ProgrammeAsync("p-2"));
        (await scenario.ImportAsync(Dataset, Header, "plan-1;;;00001;;;;;;;;15.09.2026;")).ShouldBe(created: 1);
        (
            await scenario.ImportAsync("employees", Imports.Header, Imports.Row(5).Replace("01.09.2015", "01.10.2026"))
        ).ShouldBe(created: 1);
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            (";;;00001;;;;;;;;;", "courseNumber import.required"),
            (";;1;00001;;;;;;;;;", "academicYear import.required"),
            ("plan-9;;;00001;;;;;;;;;", "courseKey import.unknown-reference"),
            (";2026-2027;9;00001;;;;;;;;;", "courseNumber course.unknown-number"),
            ("plan-1;2026-2027;2;00001;;;;;;;;;", "courseNumber course.key-of-another"),
            ("plan-1;;;99999;;;;;;;;;", "employeeKey employee.unknown"),
            ("plan-1;;;;;;;;112-233-445 99;;;;", "snils employee.invalid-snils"),
            ($"plan-1;;;;;;;;{Imports.Snils(77)};;;;", "snils employee.unknown"),
            ($";2026-2027;1;00003;;;;;{Imports.Snils(2)};;;;", "employeeKey employee.key-of-another"),
            ("plan-1;;;;Ивановаб;Анна;Петровна;;;school-1;;;", "lastName employee.not-identified"),
            ("plan-1;;;;Ивановаб;Анна;Петровна;03.03.1973;;school-1;;;", "lastName employee.unknown"),
            ("plan-1;;;;Ивановаб;Анна;Петровна;02.01.1970;;нет такой;;;", "organisation import.unknown-reference"),
            ($";2026-2027;1;;;;;;{Imports.Snils(1)};;весна;;", "halfYear enrolment.recorded-otherwise"),
            (";2026-2027;1;00001;;;;;;;;16.09.2026;", "on enrolment.recorded-otherwise"),
            ("plan-1;;;00002;;;;;;;весна;;", "halfYear enrolment.half-year-mismatch"),
            ("plan-1;;;00003;;;;;;;;23.11.2026;", "on enrolment.in-future"),
            ("plan-1;;;00004;;;;;;;;;отчислен", "state enrolment.state-not-by-file"),
            ("plan-1;;;00005;;;;;;;;15.09.2026;", "lastName enrolment.not-employed"),
            ("closed;;;00001;;;;;;;;;", "courseKey enrolment.registration-not-open")
        );
    }

    /// <summary>Three seats: the first team takes two, the second of two waits as a whole, and so does who comes behind.</summary>
    [Fact]
    public async Task Rows_of_one_team_get_seats_together_and_come_back()
    {
        await using var scenario = await ScenarioAsync(capacity: 3);
        await scenario.ImportAsync("employees", Imports.Header, Imports.Row(5));

        var first = await scenario.ImportAsync(
            Dataset,
            TeamHead,
            "plan-1;00001;school-1;Лидеры;",
            "plan-1;00002;school-1;лидеры;",
            "plan-1;00003;school-1;Наставники;",
            "plan-1;00004;school-1;Наставники;зачислен"
        );

        first.ShouldBe(created: 4);
        first.Findings.ShouldBe(["4 state enrolment.other-state", "5 state enrolment.other-state"]);
        (await scenario.RowsAsync("teams")).ShouldBe(2);
        (await scenario.RowsAsync("enrolments", "state = 'Enrolled'")).ShouldBe(2);
        (await scenario.RowsAsync("enrolments", "team_id IS NOT NULL")).ShouldBe(4);
        (await scenario.RowsAsync("courses", "seats_taken = 2 AND waiting = 2")).ShouldBe(1);
        (await scenario.ExportAsync(Dataset, "source=test")).ShouldContain("Наставники");
        await scenario.ShouldComeBackAsync(Dataset, 4);
        await scenario.ShouldRefuseAsync(
            Dataset,
            TeamHead,
            ("plan-1;00001;school-1;Наставники;", "team enrolment.recorded-otherwise"),
            ($"plan-1;00005;school-1;{new string('я', 121)};", "team validation.too-long")
        );
        (await scenario.ImportAsync(Dataset, TeamHead, "plan-1;00005;school-1;;")).ShouldBe(created: 1);
        (await scenario.RowsAsync("enrolments", "state = 'Waiting'")).ShouldBe(3);
    }

    /// <summary>Two seats: the team takes both, though somebody who is sent alone stands between its rows.</summary>
    [Fact]
    public async Task Nobody_takes_a_seat_between_the_rows_of_a_team()
    {
        await using var scenario = await ScenarioAsync(capacity: 2);

        var imported = await scenario.ImportAsync(
            Dataset,
            TeamHead,
            "plan-1;00001;school-1;Лидеры;",
            "plan-1;00002;school-1;;",
            "plan-1;00003;school-1;лидеры;"
        );

        imported.ShouldBe(created: 3);
        imported.Findings.ShouldBe(["3 state enrolment.other-state"]);
        (await scenario.RowsAsync("enrolments", "state = 'Enrolled' AND team_id IS NOT NULL")).ShouldBe(2);
    }

    /// <summary>Chunks are of 250 rows where there is one writer; a team that begins in one ends in it.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_team_is_not_split_where_a_chunk_ends(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider, capacity: 250);
        await scenario.ImportAsync("employees", Imports.StaffList(300, first: 10));
        string[] alone = [.. Enumerable.Range(10, 248).Select(n => $"plan-1;{n:D5};school-1;;")];
        string[] team = [.. Enumerable.Range(258, 4).Select(n => $"plan-1;{n:D5};school-1;Лидеры;")];

        (await scenario.ImportAsync(Dataset, [TeamHead, .. alone, .. team])).ShouldBe(created: 252);

        (await scenario.RowsAsync("enrolments", "state = 'Enrolled'")).ShouldBe(248);
        (await scenario.RowsAsync("enrolments", "state = 'Waiting' AND team_id IS NOT NULL")).ShouldBe(4);
    }

    /// <summary>By file a team is what it is by request: of two to thirty, no larger than the course, of one name once.</summary>
    [Fact]
    public async Task A_team_of_a_file_keeps_the_rules_of_a_team()
    {
        await using var scenario = await ScenarioAsync(capacity: 3);
        await scenario.ImportAsync("employees", Imports.StaffList(40, first: 10));
        string[] Team(string name, params int[] people) => [.. people.Select(n => $"plan-1;{n:D5};school-1;{name};")];

        await RefusedAsync(Team("Один", 10), "2 team team.size");
        await RefusedAsync(Team("Много", [.. Enumerable.Range(10, 31)]), "2 team team.size");
        await RefusedAsync(Team("Больше курса", 10, 11, 12, 13), "2 team team.above-capacity");

        // One of them can not be enrolled: none is, and the others say because of which row.
        await RefusedAsync(
            [.. Team("Лидеры", 10, 11), "plan-1;00012;school-1;Лидеры;отчислен"],
            "4 state enrolment.state-not-by-file"
        );
        (await scenario.ImportAsync(Dataset, [TeamHead, .. Team("Лидеры", 10, 11)])).ShouldBe(created: 2);
        await RefusedAsync(Team("лидеры", 12, 13), "2 team team.name-taken");
        (await scenario.RowsAsync("enrolments", "state = 'Enrolled'")).ShouldBe(2);
        (await scenario.RowsAsync("teams")).ShouldBe(1);

        async Task RefusedAsync(string[] rows, string finding)
        {
            var refused = await scenario.ImportAsync(Dataset, [TeamHead, .. rows]);
            refused.Findings.ShouldContain(finding);
            refused
                .Findings.Count(one => one.EndsWith("import.refused-together", StringComparison.Ordinal))
                .ShouldBe(rows.Length - 1);
        }
    }

    [Fact]
    public async Task Who_was_withdrawn_stays_so_unless_the_file_enrols_anew()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(Dataset, Header, "plan-1;;;00001;;;;;;;;15.09.2026;", "plan-1;;;00002;;;;;;;;;");
        var course = (await scenario.Api.GetAsync("/courses?limit=500")).Json!["items"]!
            .AsArray()
            .Single(item => (int)item!["number"]! == 1)!;
        var path = $"/courses/{(string?)course["id"]}/enrolments";
        var enrolment = (await scenario.Api.GetAsync(path)).Json!["items"]![0]!;
        (
            await scenario.Api.PostAsync(
                $"{path}/{(string?)enrolment["id"]}/withdrawal",
                new { reason = "по болезни" },
                ("If-Match", $"\"{(int)enrolment["version"]!}\"")
            )
        ).Expect(HttpStatusCode.OK);

        await scenario.ShouldComeBackAsync(Dataset, 2);
        (await scenario.ExportAsync(Dataset, "source=test&state=enrolled")).ShouldNotContain("00001");
        (await scenario.ImportAsync(Dataset, Header, "plan-1;;;00001;;;;;;;;16.09.2026;")).ShouldBe(changed: 1);
        (await scenario.RowsAsync("enrolments", "state = 'Enrolled'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_school_enrols_its_own_people_and_sees_no_others()
    {
        await using var scenario = await ScenarioAsync();
        var second = await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        await scenario.ImportAsync("employees", Imports.Header, Imports.Row(6, "school-2"));
        await scenario.ImportAsync(Dataset, Header, "plan-1;;;00001;;;;;;;;;");
        var (_, key) = await scenario.World.ProgramAsync(TestAccounts.Role("schoolOperator", second));
        using var school = scenario.Service.Client(key);
        var csv = string.Join("\r\n", Header, "plan-1;;;00006;;;;;;;;;", "plan-1;;;00001;;;;;;;;;");

        var outcome = await DatasetScenario.SendAsync(school, Dataset, "validRows", csv);

        outcome.ShouldBe(created: 1, refused: 1);
        outcome.Findings.ShouldBe(["3 employeeKey employee.unknown"]);
        var own = (await school.GetAsync("/exports/enrolments?format=csv&source=test")).Expect(HttpStatusCode.OK).Text;
        own.ShouldContain("00006");
        own.ShouldNotContain("00001");
        var personal = await school.GetAsync("/exports/enrolments?format=csv&personal=true&purpose=сверка");
        personal.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Protected_columns_come_with_a_purpose_and_only_then()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(Dataset, Header, "plan-1;;;00001;;;;;;;;;");
        (await scenario.ExportAsync(Dataset)).ShouldNotContain(Imports.Snils(1)[..3]);
        (await scenario.ExportAsync(Dataset, Personal)).ShouldContain("02.01.1970");
        (await scenario.RowsAsync("audit_entries", "kind = 'Read' AND subject = 'enrolments'")).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_a_handful_of_queries_a_chunk()
    {
        await using var scenario = await ScenarioAsync(capacity: 100);
        await scenario.ImportAsync("employees", Imports.StaffList(60, first: 10));
        string[] lines = [Header, .. Enumerable.Range(10, 60).Select(n => $"plan-1;;;{n:D5};;;;;;;;;")];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        var enrolments = await scenario.CountAsync(
            "enrolments",
            async () => again = await scenario.ImportAsync(Dataset, lines)
        );
        again!.ShouldBe(unchanged: 60);
        enrolments.ShouldBe(1);
        (await scenario.CountAsync("employees", () => scenario.ImportAsync(Dataset, lines))).ShouldBe(1);
        (await scenario.CountAsync("courses", () => scenario.ImportAsync(Dataset, lines))).ShouldBe(1);
    }

    /// <summary>A school with four teachers, an open course «plan-1» and one that is not open.</summary>
    private static async Task<DatasetScenario> ScenarioAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        int capacity = 25
    )
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.OpenCourseAsync(capacity);
        return scenario;
    }
}
