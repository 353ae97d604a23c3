using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>Decisions of commissions by file.</summary>
public sealed class AttestationImportTests
{
    private const string Dataset = "attestations";
    private const string Header =
        "Ключ работника;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Категория;Дата заявления;Дата решения;Решение;Номер приказа;Дата приказа;Состояние";
    private const string Personal = "personal=true&purpose=сверка";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_recorded_in_the_order_of_their_days_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider);
        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            // The highest category needs the first, which stands below.
            "00001;;;;;;school-1;Учитель;высшая категория;;26.02.2026;присвоена;17-р;03.03.2026;",
            "00001;;;;;;school-1;Учитель;первая;;26.02.2023;установлено;;;",
            $";;;;;{Imports.Snils(2)};Первая СОШ;учитель;СЗД;;01.09.2025;соответствует;;;",
            ";Ивановаг;Анна;Петровна;04.01.1970;;school-1;Учитель;1 категория;15.01.2025;26.06.2025;отказ;;;"
        );
        first.ShouldBe(created: 4);
        first.Findings.ShouldBe(["5 - attestation.decided-late"]);
        await scenario.ShouldComeBackAsync(Dataset, 4);
        await scenario.ShouldComeBackAsync(Dataset, 4, Personal);
    }

    [Fact]
    public async Task What_is_recorded_does_not_change_and_what_is_annulled_stays_so()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;;;;;;school-1;Учитель;первая;;26.02.2023;установлено;5-р;01.03.2023;"
        );

        // An empty cell says nothing.
        (
            await scenario.ImportAsync(Dataset, Header, "00001;;;;;;school-1;Учитель;первая;;26.02.2023;установлено;;;")
        ).ShouldBe(unchanged: 1);
        var other = await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;;;;;;school-2;Учитель;первая;01.02.2023;26.02.2023;отказано;6-р;02.03.2023;"
        );
        other.ShouldBe(refused: 1);
        other.Findings.ShouldBe(
            [
                "2 organisation attestation.recorded-otherwise",
                "2 outcome attestation.recorded-otherwise",
                "2 appliedOn attestation.recorded-otherwise",
                "2 actNumber attestation.recorded-otherwise",
                "2 actDate attestation.recorded-otherwise",
            ],
            ignoreOrder: true
        );

        var recorded = (await scenario.Api.GetAsync("/attestations")).Json!["items"]![0]!;
        (
            await scenario.Api.PostAsync(
                $"/attestations/{(string?)recorded["id"]}/annulment",
                new { reason = "введено по ошибке" },
                ("If-Match", "\"1\"")
            )
        ).Expect(HttpStatusCode.OK);
        await scenario.ShouldComeBackAsync(Dataset, 1);
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "00001;;;;;;school-1;Учитель;первая;;26.02.2023;установлено;6-р;;"
            )
        ).ShouldBe(created: 1);
        await scenario.ShouldComeBackAsync(Dataset, 2);
    }

    [Fact]
    public async Task A_highest_without_the_first_is_taken_over_with_its_source()
    {
        const string header =
            "Ключ работника;Организация;Должность;Категория;Дата решения;Решение;Приказ;Приказ от;Источник";
        await using var scenario = await ScenarioAsync();
        var taken = await scenario.ImportAsync(
            Dataset,
            header,
            "00001;school-1;Учитель;высшая;26.02.2023;установлено;5-р;01.03.2023;Список категорий",
            "00002;school-1;Учитель;высшая;26.02.2023;установлено;;;"
        );
        taken.ShouldBe(created: 2);
        taken.Findings.ShouldBe([
            "2 - attestation.no-prior-category",
            "3 - attestation.no-prior-category",
            "3 - attestation.taken-over-without-source",
        ]);
        var listed = await scenario.Api.GetAsync("/attestations?takenOver=true&includeTotal=true");
        ((int)listed["total"]!).ShouldBe(2);
        (await scenario.ExportAsync(Dataset)).ShouldContain("Список категорий");
        await scenario.ShouldComeBackAsync(Dataset, 2);
        var other = await scenario.ImportAsync(
            Dataset,
            header,
            "00001;school-1;Учитель;высшая;26.02.2023;установлено;5-р;01.03.2023;Трудовая книжка"
        );
        other.ShouldRefuse("2 source attestation.recorded-otherwise");
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync("employees", Imports.Header, Imports.Row(6).Replace(";Учитель;", ";Директор;"));
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("99999;;;;;;school-1;Учитель;первая;;26.02.2023;установлено;;;", "employeeKey employee.unknown"),
            (
                ";Иванована;Анна;;;;school-1;Учитель;первая;;26.02.2023;установлено;;;",
                "lastName employee.not-identified"
            ),
            ("00001;;;;;;школа 77;Учитель;первая;;26.02.2023;установлено;;;", "organisation import.unknown-reference"),
            ("00001;;;;;;school-1;Фея;первая;;26.02.2023;установлено;;;", "position import.unknown-reference"),
            (
                "00006;;;;;;school-1;Директор;первая;;26.02.2023;установлено;;;",
                "position attestation.position-not-teaching"
            ),
            ("00001;;;;;;school-1;Учитель;третья;;26.02.2023;установлено;;;", "kind import.unknown-value"),
            (
                "00001;;;;;;school-1;Учитель;первая;;23.11.2026;установлено;;;",
                "decidedOn attestation.decided-in-future"
            ),
            (
                "00001;;;;;;school-1;Учитель;первая;27.02.2022;26.02.2022;установлено;;;",
                "appliedOn attestation.applied-after-decision"
            ),
            (
                "00001;;;;;;school-1;Учитель;СЗД;01.02.2023;26.02.2023;установлено;;;",
                "appliedOn attestation.conformity-not-by-application"
            ),
            (
                "00001;;;;;;school-1;Учитель;первая;;26.02.2021;установлено;5;25.02.2021;",
                "actDate attestation.act-before-decision"
            ),
            (
                $"00001;;;;;;school-1;Учитель;первая;;26.02.2020;установлено;{new string('5', 51)};;",
                "actNumber validation.too-long"
            ),
            ("00001;;;;;;school-2;Учитель;СЗД;;26.02.2022;установлено;;;", "position attestation.not-employed"),
            (
                "00001;;;;;;school-1;Учитель;первая;;26.02.2023;установлено;;;аннулирована",
                "state attestation.annulment-not-by-file"
            )
        );
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_a_handful_of_queries_a_chunk()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync("employees", Imports.StaffList(60, first: 10));
        string[] lines =
        [
            Header,
            .. Enumerable.Range(10, 60).Select(n => $"{n:D5};;;;;;school-1;Учитель;первая;;26.02.2023;установлено;;;"),
        ];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        (
            await scenario.CountAsync("attestations", async () => again = await scenario.ImportAsync(Dataset, lines))
        ).ShouldBe(1);
        again!.ShouldBe(unchanged: 60);
        (await scenario.CountAsync("employees", () => scenario.ImportAsync(Dataset, lines))).ShouldBe(1);
    }

    private static async Task<DatasetScenario> ScenarioAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.World.OrganisationAsync();
        await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        (await scenario.ImportAsync("employees", Imports.StaffList(4))).ShouldBe(created: 4);
        return scenario;
    }
}
