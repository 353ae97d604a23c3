using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Territory.Employees;

/// <summary>«Вне территории»: who bears the mark, who loses it, and guests by file.</summary>
public sealed class OutsideTerritoryTests
{
    [Fact]
    public async Task The_mark_is_taken_as_it_is_given_by_key_and_kept_when_it_is_not()
    {
        var world = await World.SharedAsync(DatabaseProvider.Sqlite);
        async Task<bool> MarkedAsync(object body) =>
            (bool)(await world.Api.PutAsync("/employees/by-key/1c/77", body))["outsideTerritory"]!;

        var marked = await MarkedAsync(Guest(outsideTerritory: true));
        var kept = await MarkedAsync(new { lastName = "Гостева", firstName = "Вера" });
        var lifted = await MarkedAsync(Guest(outsideTerritory: false));

        (marked, kept, lifted).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task Who_bears_the_mark_and_comes_to_work_for_the_network_is_warned_of()
    {
        var world = await World.SharedAsync(DatabaseProvider.Sqlite);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var outside = new
        {
            code = "college",
            shortName = "Колледж",
            kind = "college",
            outsideTerritory = true,
        };
        var college = (await world.Api.PostAsync("/organisations", outside)).Expect(HttpStatusCode.Created).Id;
        var guest = (await world.Api.PostAsync("/employees", Guest(true))).Expect(HttpStatusCode.Created);
        Task<Answer> EmployAsync(Answer person, Guid organisationId, string kind) =>
            world.Api.PostAsync(
                $"/employees/{guest.Id}/employments",
                new
                {
                    organisationId,
                    positionId = position,
                    kind,
                    from = "2020-09-01",
                },
                ("If-Match", person.ETag)
            );

        var abroad = await EmployAsync(guest, college, "main");
        var here = await EmployAsync(abroad, school, "externalPartTime");

        abroad.Text.ShouldNotContain("warnings");
        ((string?)here["warnings.0.code"]).ShouldBe("employee.outside-but-employed");
        ((bool)here["outsideTerritory"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Guests_are_registered_and_enrolled_by_file_with_who_sends_them_and_who_pays(
        DatabaseProvider provider
    )
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.OpenCourseAsync(capacity: 10);
        (
            await scenario.ImportAsync(
                "organisations",
                "Код;Краткое наименование;Вид;Вне территории",
                "far-1;Школа соседнего района;secondarySchool;да"
            )
        ).ShouldBe(created: 1);
        string[] guests =
        [
            "Фамилия;Имя;Отчество;Дата рождения;Вне территории",
            "Гостева;Вера;Ивановна;05.03.1985;да",
            "Приезжая;Анна;Ивановна;06.03.1985;да",
        ];

        (await scenario.ImportAsync("employees", guests)).ShouldBe(created: 2);
        (await scenario.ImportAsync("employees", guests)).ShouldBe(unchanged: 2);
        async Task<int> ListedAsync(bool outside)
        {
            var listed = await scenario.Api.GetAsync($"/employees?outsideTerritory={(outside ? "true" : "false")}");
            var items = listed.Expect(HttpStatusCode.OK)["items"]!.AsArray();
            items.ShouldAllBe(item => (bool)item!["outsideTerritory"]! == outside);
            return items.Count;
        }

        (await ListedAsync(true), await ListedAsync(false)).ShouldBe((2, 4));
        await scenario.ShouldComeBackAsync("employees", 6, "source=test&personal=true&purpose=сверка");
        (await scenario.ImportAsync("employees", guests[0], "Местная;Анна;Ивановна;06.03.1985;нет"))
            .Findings.Distinct()
            .ShouldBe(
                ["2 organisation import.required", "2 position import.required", "2 from import.required"],
                ignoreOrder: true
            );

        const string Header =
            "Ключ курса;Фамилия;Имя;Отчество;Дата рождения;Направившая организация;Источник финансирования;Реестр или договор";
        string[] rows =
        [
            "plan-1;Гостева;Вера;Ивановна;05.03.1985;far-1;платно;договор № 12",
            "plan-1;Приезжая;Анна;Ивановна;06.03.1985;far-1;;",
        ];
        (await scenario.ImportAsync("enrolments", [Header, .. rows])).ShouldBe(created: 2);
        (await scenario.ImportAsync("enrolments", [Header, .. rows])).ShouldBe(unchanged: 2);
        await scenario.ShouldComeBackAsync("enrolments", 2, "source=test&personal=true&purpose=сверка");
        (
            await scenario.RowsAsync("enrolments", "funding_source = 'Paid' AND funding_reference = 'договор № 12'")
        ).ShouldBe(1);
        var paid = "plan-1;Приезжая;Анна;Ивановна;06.03.1985;far-1;платно;";
        (await scenario.ImportAsync("enrolments", Header, paid)).ShouldBe(changed: 1);
        (await scenario.RowsAsync("enrolments", "funding_source = 'Paid'")).ShouldBe(2);
        (
            await scenario.ImportAsync("enrolments", Header, "plan-1;Приезжая;Анна;Ивановна;06.03.1985;school-1;;")
        ).ShouldRefuse("2 sender enrolment.recorded-otherwise");
    }

    private static object Guest(bool outsideTerritory) =>
        new
        {
            lastName = "Гостева",
            firstName = "Вера",
            outsideTerritory,
        };
}
