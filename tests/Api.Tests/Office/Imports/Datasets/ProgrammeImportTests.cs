using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Imports.Datasets;

/// <summary>The catalogue of programmes by file.</summary>
public sealed class ProgrammeImportTests
{
    private const string Dataset = "programmes";
    private const string Header = "Шифр;Название;Вид;Объём;Линия;Форма обучения;Дата утверждения;Статус";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_registered_changed_retired_and_left_alone(DatabaseProvider provider)
    {
        await using var bench = await DatasetBench.StartAsync(provider);
        (
            await bench.ImportAsync(
                Dataset,
                Header,
                "p-1;Смешанное обучение;КПК;36;Тематическая;очно;03.06.2026;",
                "p-2;Олимпиады;Повышение квалификации;72;ИКТ;дистанционно;03.06.2026;действует",
                "p-3;Управление школой;ПП;250;Управленческая;заочно;03.06.2020;снята"
            )
        ).ShouldBe(created: 3);
        await bench.ShouldComeBackAsync(Dataset, 3);

        (
            await bench.ImportAsync(
                Dataset,
                Header,
                "p-1;Смешанное обучение;ПК;40;Тематическая;Очная;03.06.2026;",
                "p-2;Олимпиады;ПК;72;ИКТ;Дистанционная;03.06.2026;снята с реализации",
                "p-3;Управление школой;ПП;250;Управленческая;Заочная;03.06.2020;"
            )
        ).ShouldBe(changed: 2, unchanged: 1);
        (await bench.RowsAsync("programmes WHERE status = 'Retired' OR hours = 40")).ShouldBe(3);
        await bench.ShouldComeBackAsync(Dataset, 3);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var bench = await DatasetBench.StartAsync();
        (
            await bench.ImportAsync(
                Dataset,
                Header,
                "p-1;Программа;ПК;36;ИКТ;Очная;03.06.2026;",
                "p-2;Программа;ПК;36;ИКТ;Очная;03.06.2026;снята"
            )
        ).ShouldBe(created: 2);
        await bench.ShouldRefuseAsync(
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
        await using var bench = await DatasetBench.StartAsync();
        await bench.World.ProgrammeAsync("p-1");
        await bench.World.ProgrammeAsync("p-2", line: "ict");
        var csv = await bench.ExportAsync(Dataset, "line=ict");
        csv.ShouldContain("p-2;");
        csv.ShouldNotContain("p-1;");
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_one_query_a_chunk()
    {
        await using var bench = await DatasetBench.StartAsync();
        string[] lines =
        [
            Header,
            .. Enumerable.Range(1, 60).Select(n => $"p-{n};Программа {n};ПК;36;ИКТ;Очная;03.06.2026;"),
        ];
        (await bench.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        (await bench.CountAsync("programmes", async () => again = await bench.ImportAsync(Dataset, lines))).ShouldBe(1);
        again!.ShouldBe(unchanged: 60);
    }
}
