using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

/// <summary>Schools of a support programme and their risk profiles by file.</summary>
public sealed class ParticipationImportTests
{
    private const string Dataset = "participations";
    private const string Header =
        "Проект;Год;Школа;Дата включения;Ключ координатора;Координатор;СНИЛС координатора;Ключ куратора;Куратор;СНИЛС куратора;Фактор риска;Уровень;Источник;Дата профиля";
    private const string People = "00001;;;00002;;";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Rows_of_a_school_take_it_in_and_make_its_profile(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider);
        var first = await scenario.ImportAsync(
            Dataset,
            [
                Header,
                .. Profile("kem-s10", "10.01.2022;" + People, "РСП;15.02.2022"),
                // A school without a profile as yet; the curator by number, the name but for reading.
                $"500;2022;Школа № 2;10.01.2022;00001;Ивановаб Анна;;;;{Imports.Snils(2)};;;;",
            ]
        );
        first.ShouldBe(created: 11);
        first.Findings.ShouldBeEmpty();
        (await scenario.RowsAsync("risk_assessments")).ShouldBe(10);
        await scenario.ShouldComeBackAsync(Dataset, 11);
        await scenario.ShouldComeBackAsync(Dataset, 11, "");
        await scenario.ShouldComeBackAsync(Dataset, 11, "personal=true&purpose=сверка");

        // One level has changed, and the second school has got its profile.
        var second = await scenario.ImportAsync(
            Dataset,
            [
                Header,
                .. Profile("kem-s10", ";;;;;;", ";")
                    .Select((line, place) => place == 6 ? line.Replace(";low;", ";Высокий;") : line),
                .. Profile("school-2", ";;;;;;", "РСП;01.03.2022"),
            ]
        );
        second.ShouldBe(changed: 11, unchanged: 9);
        (await scenario.RowsAsync("risk_assessments", "level = 'High'")).ShouldBe(11);
        await scenario.ShouldComeBackAsync(Dataset, 20);
    }

    [Fact]
    public async Task What_is_wrong_in_one_row_is_told_there_and_the_school_waits()
    {
        await using var scenario = await ScenarioAsync();
        var lines = Profile("kem-s10", "10.01.2022;" + People, "РСП;15.02.2022").ToList();
        lines[3] = lines[3].Replace("Риски низкой адаптивности", "Риски высокой адаптивности");
        lines.Add($"500;2022;Школа № 2;10.01.2022;{People};;;;");

        var outcome = await scenario.ImportAsync(Dataset, [Header, .. lines]);

        outcome.ShouldBe(created: 1, refused: 10);
        outcome
            .Findings.Order(StringComparer.Ordinal)
            .ShouldBe(
                Enumerable
                    .Range(3, 9)
                    .Where(row => row != 5)
                    .Select(row => $"{row} - import.refused-together")
                    .Append("2 factor participation.factors-missing")
                    .Append("5 factor participation.factor-unknown")
                    .Order(StringComparer.Ordinal)
            );
        (await scenario.RowsAsync("participations")).ShouldBe(1);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.World.OrganisationAsync("kg-1", "Детский сад", "kindergarten");
        (await scenario.ImportAsync(Dataset, Header, $"500;2022;kem-s10;10.01.2022;{People};;;;")).ShouldBe(created: 1);
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ($"501;2022;kem-s10;;{People};;;;", "programme import.unknown-reference"),
            ($"500;;kem-s10;;{People};;;;", "year import.required"),
            ($"500;2021;school-2;10.01.2021;{People};;;;", "year participation.cycle-unknown"),
            ($"500;2022;kg-1;10.01.2022;{People};;;;", "organisation participation.not-a-school"),
            ($"500;2022;kem-s10;11.01.2022;{People};;;;", "on participation.assigned-otherwise"),
            ("500;2022;school-2;10.01.2022;;;;00002;;;;;;", "coordinator import.required"),
            ("500;2022;school-3;10.01.2022;00001;;;;Ивановав Анна Петровна;;;;;", "curator employee.not-identified"),
            ("500;2022;school-4;10.01.2022;00001;;;77777;;;;;;", "curatorKey employee.unknown"),
            ("500;2022;school-5;10.01.2022;00001;;;;;1;;;;", "curatorSnils employee.invalid-snils"),
            ($"500;2022;school-6;01.01.2020;{People};;;;", "on participation.outside-cycle"),
            ($"500;2022;school-7;10.01.2022;{People};Фактор;;;", "level import.required"),
            ($"500;2022;school-8;10.01.2022;{People};;высокий;;", "factor import.required"),
            ($"500;2022;school-9;10.01.2022;{People};1;высокий;;15.02.2022", "profileSource import.required")
        );
        (await scenario.ImportAsync(Dataset, Header, "500;2022;kem-s10;;00003;;;;;;;;;")).ShouldRefuse(
            "2 coordinator participation.people-not-by-file"
        );
        (await scenario.ImportAsync(Dataset, Header, "500;2022;kem-s10;;;;;;Ивановаг Анна;;;;;")).ShouldRefuse(
            "2 curator participation.people-not-by-file"
        );
        var torn = await scenario.ImportAsync(
            Dataset,
            Header,
            "500;2022;kem-s10;;;;;;;;1;высокий;РСП;15.02.2022",
            "500;2022;kem-s10;;;;;;;;2;высокий;РСП;16.02.2022"
        );
        torn.Findings.ShouldBe(["2 - import.refused-together", "3 profileDate import.rows-disagree"]);
    }

    [Fact]
    public async Task The_rows_of_a_school_are_not_torn_apart_by_the_end_of_a_chunk()
    {
        await using var scenario = await ScenarioAsync(schools: 101);
        // 1001 rows in chunks of 250: each time a school lies across the end of one.
        string[] lines =
        [
            Header,
            $"500;2022;kem-s10;10.01.2022;{People};;;;",
            .. Enumerable
                .Range(2, 100)
                // A curator has five schools at most.
                .SelectMany(n => Profile($"school-{n}", $"10.01.2022;00001;;;{2 + (n / 5):D5};;", "РСП;15.02.2022")),
        ];
        var outcome = await scenario.ImportAsync(Dataset, lines);
        outcome.ShouldBe(created: 1001);
        outcome.Findings.ShouldBeEmpty();
        Outcome? again = null;
        var commands = await scenario.CountAsync(
            "participations",
            async () => again = await scenario.ImportAsync(Dataset, lines)
        );
        again!.ShouldBe(unchanged: 1001);
        commands.ShouldBe(4, "one for each chunk");
    }

    [Fact]
    public async Task Filters_of_the_list_are_those_of_the_export()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(
            Dataset,
            Header,
            $"500;2022;kem-s10;10.01.2022;{People};;;;",
            $"500;2022;school-2;10.01.2022;{People};;;;"
        );
        var school = (await scenario.Api.GetAsync("/organisations?q=school-2")).Json!["items"]![0]!["id"]!;
        var csv = await scenario.ExportAsync(Dataset, $"organisationId={school}");
        csv.ShouldContain("school-2");
        csv.ShouldNotContain("kem-s10");
        (await scenario.Api.GetAsync($"/exports/{Dataset}?format=csv&limit=3")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private static IEnumerable<string> Profile(string school, string beginning, string ending) =>
        SupportScenario.Published.Select(
            (line, place) =>
                place == 0
                    ? $"500;2022;{school};{beginning};{line.Factor};{line.Level};{ending}"
                    : $"500;2022;{school};;;;;;;;{line.Factor};{line.Level};;"
        );

    /// <summary>«500+» with its cycle of 2022, schools, and a centre where people work.</summary>
    private static async Task<DatasetScenario> ScenarioAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        int schools = 9
    )
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.World.OrganisationAsync("imc", "Методический центр", "methodicalCentre");
        (
            await scenario.ImportAsync(
                "organisations",
                [
                    "Код;Наименование;Вид",
                    "kem-s10;Металлплощадская СОШ;СОШ",
                    .. Enumerable.Range(2, schools - 1).Select(n => $"school-{n};Школа № {n};СОШ"),
                ]
            )
        ).ShouldBe(created: schools);
        (await scenario.ImportAsync("employees", Imports.StaffList(30, organisation: "imc"))).ShouldBe(created: 30);
        var programme = await scenario.Api.PostAsync(
            "/support-programmes",
            new { code = "500", name = "Проект «500+»" }
        );
        (
            await scenario.Api.PostAsync(
                $"/support-programmes/{programme.Expect(HttpStatusCode.Created).Id}/cycles",
                SupportScenario.Cycle(2022)
            )
        ).Expect(HttpStatusCode.Created);
        return scenario;
    }
}
