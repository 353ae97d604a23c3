namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>People read names in an export, programs codes; an import takes either, and both where they agree.</summary>
public sealed class NamesBesideCodesTests
{
    private const string Header = "Фамилия;Имя;Организация;Код организации;Должность;Код должности;Работает с;Ключ";

    [Fact]
    public async Task An_export_bears_names_and_codes_and_is_taken_back_as_it_is()
    {
        await using var scenario = await ScenarioAsync();
        (await scenario.ImportAsync("employees", Header, "Иванова;Анна;Первая СОШ;;Учитель;;01.09.2015;1")).ShouldBe(
            created: 1
        );

        var csv = await scenario.ExportAsync("employees");
        var rows = await scenario.Api.GetAsync("/exports/employees?format=ndjson");
        var template = await scenario.Api.GetAsync("/imports/employees/template?format=csv");

        csv.ShouldContain("Организация;Код организации;Должность;Код должности");
        csv.ShouldContain("Первая СОШ;school-1;Учитель;teacher");
        rows.Text.ShouldContain("\"organisation\":\"school-1\"");
        rows.Text.ShouldContain("\"position\":\"teacher\"");
        template.Text.ShouldNotContain("Код организации");
        (await scenario.ImportAsync("employees", csv.Split("\r\n"))).ShouldBe(unchanged: 1);
    }

    [Theory]
    [InlineData("Иванова;Анна;;school-1;;teacher;01.09.2015;1", null)]
    [InlineData("Иванова;Анна;МБОУ «Первая СОШ»;school-1;учитель;teacher;01.09.2015;1", null)]
    [InlineData("Иванова;Анна;Прежнее имя;school-1;Учитель;;01.09.2015;1", null)]
    [InlineData("Иванова;Анна;Вторая СОШ;school-1;Учитель;;01.09.2015;1", "2 organisation import.code-and-name-differ")]
    [InlineData("Иванова;Анна;Первая СОШ;;Методист;teacher;01.09.2015;1", "2 position import.code-and-name-differ")]
    [InlineData("Иванова;Анна;;;Учитель;;01.09.2015;1", "2 organisation import.required")]
    [InlineData("Иванова;Анна;Первая СОШ;нет;Учитель;;01.09.2015;1", "2 organisation import.unknown-reference")]
    public async Task A_code_decides_and_a_name_that_means_another_is_refused(string row, string? refusal)
    {
        await using var scenario = await ScenarioAsync();

        var outcome = await scenario.ImportAsync("employees", Header, row);

        outcome.Findings.ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    public async Task Enrolments_bear_the_title_that_the_course_had_when_it_was_registered()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.OpenCourseAsync(25);
        const string header = "Ключ курса;Ключ работника;Дата зачисления";
        (await scenario.ImportAsync("enrolments", header, "plan-1;00001;15.09.2026")).ShouldBe(created: 1);
        var programme = (await scenario.Api.GetAsync("/programmes?limit=1"))["items"]![0]!;
        var renamed = await scenario.Api.PatchAsync(
            $"/programmes/{programme["id"]}",
            new { title = "Другое название" },
            ("If-Match", $"\"{programme["version"]}\"")
        );
        renamed.Expect(HttpStatusCode.OK);

        var csv = await scenario.ExportAsync("enrolments");

        csv.ShouldContain("Номер курса;Название курса");
        csv.ShouldContain("Программа p-1");
        csv.ShouldNotContain("Другое название");
        (await scenario.ImportAsync("enrolments", csv.Split("\r\n"))).ShouldBe(unchanged: 1);
    }

    private static async Task<DatasetScenario> ScenarioAsync()
    {
        var scenario = await DatasetScenario.StartAsync();
        await scenario.World.OrganisationAsync();
        await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        return scenario;
    }
}
