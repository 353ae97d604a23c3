using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Territory.Employees;

/// <summary>What a staff list must bear besides what is common to all files.</summary>
public sealed class EmployeeImportTests
{
    private const string Dataset = "employees";
    private const string Header =
        "Ключ;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Вид занятости;Ставка;Работает с;Работает по";

    [Fact]
    public async Task What_is_exported_comes_back_unchanged()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(Dataset, Imports.StaffList(3));
        await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;Ивановаб;Анна;Петровна;;;school-2;Учитель;внешнее совместительство;0,5;01.09.2020;31.08.2021"
        );
        await scenario.ShouldComeBackAsync(Dataset, 4);
        await scenario.ShouldComeBackAsync(Dataset, 4, "personal=true&purpose=сверка");
    }

    [Fact]
    public async Task A_key_may_come_with_a_later_row_of_somebody_who_is_new()
    {
        await using var scenario = await ScenarioAsync();
        var outcome = await scenario.ImportAsync(
            Dataset,
            Header,
            $";Иванова;Анна;Петровна;;{Imports.Snils(1)};school-1;Учитель;;;01.09.2015;",
            $"k1;Иванова;Анна;Петровна;;{Imports.Snils(1)};school-2;Учитель;внешнее совместительство;;01.09.2015;"
        );
        outcome.ShouldBe(created: 1, changed: 1);
        (await scenario.RowsAsync("employees")).ShouldBe(1);
        (await scenario.RowsAsync("external_keys")).ShouldBe(1);
        (await scenario.CompareAsync(Dataset, await scenario.ExportAsync(Dataset))).ShouldBe(unchanged: 2);
    }

    [Fact]
    public async Task A_person_who_gets_a_place_of_work_is_known_there_by_name_in_the_next_row()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(
            Dataset,
            Header,
            $";Иванова;Анна;Петровна;05.03.1985;{Imports.Snils(1)};school-1;Учитель;;;01.09.2015;31.08.2019"
        );
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                $";Иванова;Анна;Петровна;;{Imports.Snils(1)};school-2;Учитель;;;01.09.2019;",
                ";Иванова;Анна;Петровна;05.03.1985;;school-2;Учитель;внутреннее совместительство;0,25;01.09.2020;"
            )
        ).ShouldBe(changed: 2);
        (await scenario.RowsAsync("employees")).ShouldBe(1);
        (await scenario.RowsAsync("employments")).ShouldBe(3);
    }

    [Fact]
    public async Task A_kind_that_is_left_out_is_that_on_file()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(
            Dataset,
            Header,
            "k1;Иванова;Анна;Петровна;05.03.1985;;school-1;Учитель;внешнее совместительство;0,5;01.09.2015;"
        );
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "k1;Иванова;Анна;Петровна;;;school-1;Учитель;;;01.09.2015;31.08.2020"
            )
        ).ShouldBe(changed: 1);
        (await scenario.RowsAsync("employments", "kind = 'ExternalPartTime'")).ShouldBe(1);
        (await scenario.RowsAsync("employments")).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused_at_its_row()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            (
                $"{new string('k', 101)};Иванова;Анна;Петровна;;;school-1;Учитель;;;01.09.2015;",
                "key validation.too-long"
            )
        );
    }

    [Fact]
    public async Task Organisations_whose_codes_differ_in_case_alone_are_told_apart()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.World.OrganisationAsync("school-3", "Третья СОШ");

        // No second code of the kind is taken now; what was taken before must not be mistaken.
        await scenario.Service.Database.QueryAsync(
            "UPDATE organisations SET code = 'SCHOOL-1' WHERE code = 'school-3'"
        );
        (await scenario.ImportAsync(Dataset, Imports.Header, Imports.Row(1, "SCHOOL-1"))).ShouldBe(created: 1);
        (await scenario.ImportAsync(Dataset, Imports.Header, Imports.Row(2, "School-1"))).ShouldRefuse(
            "2 organisation import.ambiguous-reference"
        );
    }

    [Fact]
    public async Task Protected_columns_need_the_right_to_read_the_rest_as_well()
    {
        await using var scenario = await ScenarioAsync();
        var second = (Guid)(await scenario.Api.GetAsync("/organisations?q=school-2")).Json!["items"]![0]!["id"]!;
        await scenario.ImportAsync(Dataset, Imports.Header, Imports.Row(1), Imports.Row(2, "school-2"));
        await scenario.World.ProgrammeAsync();
        await scenario.ImportAsync(
            "courses",
            "Ключ;Программа;Сезон;Начало;Окончание;Форма;Финансирование;Мест;Состояние",
            "plan-1;p-1;осень;01.09.2026;25.12.2026;очная;план-заказ;9;набор открыт"
        );
        (
            await scenario.ImportAsync(
                "enrolments",
                "Ключ курса;Ключ работника;Дата зачисления",
                "plan-1;00001;15.09.2026",
                "plan-1;00002;15.09.2026"
            )
        ).ShouldBe(created: 2);
        const string path = "/exports/enrolments?format=csv&source=test&personal=true&purpose=сверка";

        // May read the protected data of all, but enrolments of nobody.
        var (_, specialistKey) = await scenario.World.ProgramAsync(TestAccounts.Role("attestationSpecialist"));
        using var specialist = scenario.Service.Client(specialistKey);
        (await specialist.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);

        // The same person also reads the enrolments of one school: those and no others.
        var (_, bothKey) = await scenario.World.ProgramAsync(
            TestAccounts.Role("attestationSpecialist"),
            TestAccounts.Role("schoolOperator", second)
        );
        using var both = scenario.Service.Client(bothKey);
        var csv = (await both.GetAsync(path)).Expect(HttpStatusCode.OK).Text;
        csv.ShouldContain("00002");
        csv.ShouldNotContain("00001");
    }

    private static async Task<DatasetScenario> ScenarioAsync()
    {
        var scenario = await DatasetScenario.StartAsync();
        await scenario.World.OrganisationAsync();
        await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        return scenario;
    }
}
