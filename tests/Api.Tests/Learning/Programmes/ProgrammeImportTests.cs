using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Programmes;

/// <summary>The catalogue of programmes by file.</summary>
public sealed class ProgrammeImportTests
{
    private const string Dataset = "programmes";
    private const string Whole =
        "Код;Название;Вид;Часы;Линия;Форма обучения;Утверждена;Модули;Аудитория;Аудитория словами;Провайдер;Лицензия;Лицензия от";

    private const string Header = "Шифр;Название;Вид;Объём;Линия;Форма обучения;Дата утверждения;Статус";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_registered_changed_retired_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "p-1;Смешанное обучение;КПК;36;Тематическая;очно;03.06.2026;",
                "p-2;Олимпиады;Повышение квалификации;72;ИКТ;дистанционно;03.06.2026;действует",
                "p-3;Управление школой;ПП;250;Управленческая;заочно;03.06.2020;снята"
            )
        ).ShouldBe(created: 3);
        await scenario.ShouldComeBackAsync(Dataset, 3);
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "P-2;Олимпиады;Повышение квалификации;72;ИКТ;дистанционно;03.06.2026;действует"
            )
        ).ShouldBe(unchanged: 1);

        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "p-1;Смешанное обучение;ПК;40;Тематическая;Очная;03.06.2026;",
                "p-2;Олимпиады;ПК;72;ИКТ;Дистанционная;03.06.2026;снята с реализации",
                "p-3;Управление школой;ПП;250;Управленческая;Заочная;03.06.2020;"
            )
        ).ShouldBe(changed: 2, unchanged: 1);
        (await scenario.RowsAsync("programmes", "status = 'Retired' OR hours = 40")).ShouldBe(3);
        await scenario.ShouldComeBackAsync(Dataset, 3);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task What_is_taught_to_whom_and_by_whom_goes_both_ways(DatabaseProvider provider)
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        (
            await scenario.ImportAsync(
                Dataset,
                Whole,
                "p-1;Смешанное обучение;ПК;36;ИКТ;Очная;03.06.2026;\"Нормативная база (12 ч)\\; обзор (12); Практика (24 часа)\";"
                    + "Педагогические работники;учителя 5–9 классов;АППО;Л035-1;01.09.2021",
                "p-2;Олимпиады;ПК;36;ИКТ;Очная;03.06.2026;;teacher;;;;"
            )
        ).ShouldBe(created: 2);
        await scenario.ShouldComeBackAsync(Dataset, 2);

        var first = await FindAsync(scenario, "p-1");
        first["modules"]!
            .AsArray()
            .Select(module => $"{module!["title"]}|{module["hours"]}")
            .ShouldBe(["Нормативная база (12 ч); обзор|12", "Практика|24"]);
        ((string?)first["audience.categories.0"]).ShouldBe("teaching");
        ((string?)first["audience.text"]).ShouldBe("учителя 5–9 классов");
        ((string?)first["provider"]).ShouldBe("АППО");
        ((string?)first["licence.number"]).ShouldBe("Л035-1");
        ((string?)first["licence.issuedOn"]).ShouldBe("2021-09-01");
        (await FindAsync(scenario, "p-2"))["audience.positionIds"]!.AsArray().Count.ShouldBe(1);

        // What a file leaves empty, or has no column for, stays.
        (await scenario.ImportAsync(Dataset, Header, "p-1;Смешанное обучение;ПК;36;ИКТ;Очная;03.06.2026;")).ShouldBe(
            unchanged: 1
        );
        (
            await scenario.ImportAsync(
                Dataset,
                Whole,
                "p-1;Смешанное обучение;ПК;36;ИКТ;Очная;03.06.2026;Всё сразу (36);;;КРИПКиПРО;;"
            )
        ).ShouldBe(changed: 1);
        var changed = await FindAsync(scenario, "p-1");
        changed["modules"]!.AsArray().Count.ShouldBe(1);
        ((string?)changed["provider"]).ShouldBe("КРИПКиПРО");
        ((string?)changed["licence.number"]).ShouldBe("Л035-1");
        ((string?)changed["audience.text"]).ShouldBe("учителя 5–9 классов");
    }

    [Fact]
    public async Task A_wrong_module_audience_or_licence_is_refused_at_its_column()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.ShouldRefuseAsync(
            Dataset,
            Whole,
            ("p-1;Программа;ПК;36;ИКТ;Очная;03.06.2026;Практика;;;;;", "modules import.not-a-module"),
            ("p-2;Программа;ПК;36;ИКТ;Очная;03.06.2026;Практика (24);;;;;", "modules programme.other-hours"),
            ("p-3;Программа;ПК;36;ИКТ;Очная;03.06.2026;Практика (0);;;;;", "modules validation.out-of-range"),
            ("p-4;Программа;ПК;36;ИКТ;Очная;03.06.2026;;космонавты;;;;", "audience import.unknown-reference"),
            ("p-5;Программа;ПК;36;ИКТ;Очная;03.06.2026;;;;;Л035-1;", "licenceIssuedOn import.required"),
            ("p-6;Программа;ПК;36;ИКТ;Очная;03.06.2026;;;;;;01.09.2021", "licence import.required"),
            ($"p-7;Программа;ПК;36;ИКТ;Очная;03.06.2026;;;;{new string('я', 201)};;", "provider validation.too-long")
        );
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "p-1;Программа;ПК;36;ИКТ;Очная;03.06.2026;",
                "p-2;Программа;ПК;36;ИКТ;Очная;03.06.2026;снята"
            )
        ).ShouldBe(created: 2);
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("p-1;Программа;ПП;36;ИКТ;Очная;03.06.2026;", "kind programme.kind-fixed"),
            ("p-2;Программа;ПК;36;ИКТ;Очная;03.06.2026;действует", "status programme.stays-retired"),
            ("p-3;Программа;ПК;15;ИКТ;Очная;03.06.2026;", "hours programme.too-few-hours"),
            ("p-4;Программа;ПК;36,5;ИКТ;Очная;03.06.2026;", "hours import.not-whole"),
            ("p-5;Программа;ПК;36;ИКТ;Очная;;", "approvedOn import.required"),
            ("p-6;Программа;ПК;36;ИКТ;Очная;03.06.1826;", "approvedOn validation.out-of-range"),
            ("p 7;Программа;ПК;36;ИКТ;Очная;03.06.2026;", "code validation.wrong-format"),
            ($"p-8;{new string('я', 401)};ПК;36;ИКТ;Очная;03.06.2026;", "title validation.too-long")
        );
    }

    [Fact]
    public async Task Filters_of_the_list_are_those_of_the_export()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.World.ProgrammeAsync("p-1");
        await scenario.World.ProgrammeAsync("p-2", line: "ict");
        var csv = await scenario.ExportAsync(Dataset, "line=ict");
        csv.ShouldContain("p-2;");
        csv.ShouldNotContain("p-1;");
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_two_queries_a_chunk()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        string[] lines =
        [
            Header,
            .. Enumerable.Range(1, 60).Select(n => $"p-{n};Программа {n};ПК;36;ИКТ;Очная;03.06.2026;"),
        ];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        (
            await scenario.CountAsync("programmes", async () => again = await scenario.ImportAsync(Dataset, lines))
        ).ShouldBe(2);
        again!.ShouldBe(unchanged: 60);
    }

    private static async Task<Answer> FindAsync(DatasetScenario scenario, string code)
    {
        var page = (await scenario.Api.GetAsync("/programmes")).Expect(HttpStatusCode.OK);
        var found = page["items"]!.AsArray().Single(item => (string?)item!["code"] == code)!;
        return (await scenario.Api.GetAsync($"/programmes/{found["id"]}")).Expect(HttpStatusCode.OK);
    }
}
