using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Territory.Organisations;

/// <summary>Organisations by file.</summary>
public sealed class OrganisationImportTests
{
    private const string Dataset = "organisations";
    private const string Header =
        "Ключ;Код;Краткое наименование;Полное наименование;Вид;Правовая форма;Номер;Дошкольные группы;Другие названия;Состояние;В состоянии с";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_registered_changed_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            "1;s-1;Школа № 1;МБОУ «Школа № 1»;СОШ;МБОУ;1;да;\"Первая; Школа \\; имени\";;",
            ";s-2;Детский сад № 2;;Детский сад;;2;нет;;;",
            "3;s-3;Лицей;;лицей;;;;;закрыта;31.08.2020"
        );
        first.ShouldBe(created: 3);
        first.Findings.ShouldBeEmpty();
        await scenario.ShouldComeBackAsync(Dataset, 3);

        // Codes that differ in case are one; it stays as it was entered first.
        (await scenario.ImportAsync(Dataset, Header, ";S-2;Детский сад № 2;;Детский сад;;2;нет;;;")).ShouldBe(
            unchanged: 1
        );

        (await scenario.ImportAsync(Dataset, Header, ";S-2;Детский сад № 2;;Детский сад;;12;нет;;;")).ShouldBe(
            changed: 1
        );
        (await scenario.RowsAsync("organisations", "code = 's-2' AND number = '12'")).ShouldBe(1);
        var twice = await scenario.ImportAsync(
            Dataset,
            Header,
            ";s-2;Сад;;Детский сад;;;;;;",
            ";S-2;Сад;;Детский сад;;;;;;"
        );
        twice.Findings.ShouldNotBeEmpty();

        // By key, whatever the code; by code, which gets a key; a new short name makes the old one a former.
        var second = await scenario.ImportAsync(
            Dataset,
            Header,
            "1;s-01;Первая школа;;СОШ;;;;;;",
            "2;s-2;Детский сад № 2;;Детский сад;;;;;;",
            "3;s-3;Лицей;;Лицей;;;;;работает;01.09.2021"
        );
        second.ShouldBe(changed: 3);
        var card = (await scenario.Api.GetAsync("/organisations?q=s-01")).Json!["items"]![0]!;
        var details = (await scenario.Api.GetAsync($"/organisations/{(string?)card["id"]}")).Json!;
        ((string?)details["shortName"]).ShouldBe("Первая школа");
        ((string?)details["fullName"]).ShouldBe("МБОУ «Школа № 1»");
        details["aliases"]!.AsArray().Select(name => (string?)name).ShouldBe(["Первая", "Школа ; имени"]);
        details["formerNames"]!.AsArray().Select(name => (string?)name).ShouldBe(["Школа № 1"]);
        await scenario.ShouldComeBackAsync(Dataset, 3);
        (await scenario.RowsAsync("changes", "kind = 'KeyChanged'")).ShouldBe(2);
    }

    [Fact]
    public async Task Ownership_comes_by_file_and_goes_back_into_one()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        const string header = "Код;Краткое наименование;Вид;Форма собственности;Подчинение;Учредитель";
        (
            await scenario.ImportAsync(
                Dataset,
                header,
                "s-1;Школа № 1;СОШ;городская;районное;Администрация района",
                "s-2;Школа № 2;СОШ;муниципальная;муниципальное;"
            )
        ).ShouldBe(created: 2);
        await scenario.ShouldComeBackAsync(Dataset, 2);

        // An empty cell leaves what is on file; what has become private has nobody above it.
        (await scenario.ImportAsync(Dataset, header, "s-1;Школа № 1;СОШ;;;", "s-2;Школа № 2;СОШ;частная;;")).ShouldBe(
            changed: 1,
            unchanged: 1
        );
        var rows = (await scenario.ExportAsync(Dataset)).Split("\r\n");
        rows.Single(row => row.Contains(";s-1;")).ShouldContain(";региональная;районное;Администрация района;");
        rows.Single(row => row.Contains(";s-2;")).ShouldContain(";частная;;;");
        await scenario.ShouldRefuseAsync(
            Dataset,
            header,
            ("s-9;Школа;СОШ;частная;районное;", "subordination organisation.private-is-not-subordinate")
        );
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        (
            await scenario.ImportAsync(Dataset, Header, "k;s-1;Школа № 1;;СОШ;;;;;;", ";s-2;Школа № 2;;СОШ;;;;;;")
        ).ShouldBe(created: 2);
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("1;код с пробелом;Школа;;СОШ;;;;;;", "code validation.wrong-format"),
            ("2;s-9;Школа;;Завод;;;;;;", "kind import.unknown-value"),
            ("3;s-9;;;СОШ;;;;;;", "shortName import.required"),
            ("4;s-9;Школа;;СОШ;;;;;закрыта;", "statusSince import.required"),
            ("5;s-9;Школа;;СОШ;;;;;;01.09.2020", "status organisation.same-status"),
            ("6;s-9;Школа;;СОШ;;;может быть;;;", "hasPreschoolGroups import.not-a-flag"),
            (";s-1;Школа;;СОШ;;12345678901;;;;", "number validation.too-long"),
            ("k;s-2;Школа;;СОШ;;;;;;", "code organisation.code-taken"),
            (new string('k', 101) + ";s-9;Школа;;СОШ;;;;;;", "key validation.too-long")
        );
    }

    [Fact]
    public async Task A_refused_row_leaves_no_trace_and_the_others_go_on()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        var outcome = await scenario.ImportAsync(
            Dataset,
            Header,
            "1;s-1;Школа № 1;;СОШ;;;;;закрыта;31.08.2020",
            // Registered, then refused when its status is to be changed.
            "2;s-2;Школа № 2;;СОШ;;;;;работает;01.09.2020",
            "3;s-3;Школа № 3;;СОШ;;;;;;",
            "3;s-4;Школа № 4;;СОШ;;;;;;"
        );
        outcome.ShouldBe(created: 2, refused: 2);
        outcome.Findings.ShouldBe(["3 status organisation.same-status", "5 - import.duplicate"]);
        (await scenario.RowsAsync("organisations")).ShouldBe(2);
        (await scenario.RowsAsync("external_keys")).ShouldBe(2);
    }

    [Fact]
    public async Task A_comparison_tells_all_that_several_commands_would_change()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.ImportAsync(Dataset, Header, ";s-1;Школа № 1;;СОШ;;;;;;", ";s-2;Школа № 2;;СОШ;;;;;;");
        var compared = await scenario.CompareAsync(
            Dataset,
            string.Join("\r\n", Header, ";s-1;Школа № 1;;СОШ;;7;;;закрыта;31.08.2020", "k;s-2;Школа № 2;;СОШ;;;;;;")
        );
        compared.ShouldBe(changed: 2);
        compared
            .All.Select(one => $"{one["row"]} {one["column"]} {one["message"]}")
            .ShouldBe([
                "2  Отличается от базы: number, searchKey, status, statusSince.",
                "3 key Отличается от базы: key.",
            ]);
        (await scenario.RowsAsync("external_keys")).ShouldBe(0);
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_three_queries_a_chunk()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        string[] lines = [Header, .. Enumerable.Range(1, 60).Select(n => $"k{n};s-{n};Школа № {n};;СОШ;;;;;;")];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        var commands = await scenario.CountAsync(
            "organisations",
            async () => again = await scenario.ImportAsync(Dataset, lines)
        );
        again!.ShouldBe(unchanged: 60);
        commands.ShouldBe(2);
    }
}
