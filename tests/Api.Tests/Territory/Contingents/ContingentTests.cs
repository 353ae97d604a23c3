using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Territory.Contingents;

/// <summary>Pupils by organisation, grade and year.</summary>
public sealed class ContingentTests
{
    private const string Dataset = "contingents";
    private const string Header = "Организация;Учебный год;Класс;Обучающихся;Классов-комплектов;На дату";

    [Fact]
    public async Task Pupils_of_a_grade_are_recorded_once_corrected_and_found()
    {
        var world = await World.SharedAsync();
        var school = await world.OrganisationAsync("s-1", "Школа № 1");
        var recorded = (await RecordAsync(world, school, 5, 78, 3)).Expect(HttpStatusCode.Created);
        await RecordAsync(world, school, 1, 100, 4);
        (await RecordAsync(world, school, 5, 70, 3)).ErrorCode.ShouldBe("contingent.already-recorded");
        (await RecordAsync(world, school, 13, 70, 3)).Code.ShouldBe(400);
        (await RecordAsync(world, school, 6, 2, 3)).ErrorCode.ShouldBe("contingent.more-classes-than-pupils");
        (await RecordAsync(world, Guid.NewGuid(), 6, 2, 1)).ErrorCode.ShouldBe("organisation.unknown");

        var path = $"/contingents/{recorded.Id}";
        (await world.Api.PatchAsync(path, new { pupils = 80 })).Code.ShouldBe(428);
        var changed = await world.Api.PatchAsync(path, new { pupils = 80 }, ("If-Match", recorded.ETag));
        ((int)changed.Expect(HttpStatusCode.OK)["pupils"]!).ShouldBe(80);
        (await world.Api.PatchAsync(path, new { pupils = 81 }, ("If-Match", recorded.ETag))).Code.ShouldBe(412);
        (await world.Api.GetAsync($"/contingents/{Guid.NewGuid()}")).ErrorCode.ShouldBe("contingent.not-found");

        (await GradesAsync("sort=-pupils")).ShouldBe(["1", "5"]);
        (await GradesAsync("grade=5")).ShouldBe(["5"]);
        (await GradesAsync("academicYear=2025-2026")).ShouldBeEmpty();
        (await GradesAsync($"organisationId={school}&limit=1")).Count.ShouldBe(1);

        async Task<List<string?>> GradesAsync(string filter) =>
            [
                .. (await world.Api.GetAsync($"/contingents?{filter}"))["items"]!
                    .AsArray()
                    .Select(item => item!["grade"]!.ToString()),
            ];
    }

    [Fact]
    public async Task A_school_enters_its_own_and_an_analyst_sees_totals_only()
    {
        var world = await World.SharedAsync();
        var (own, other) = (
            await world.OrganisationAsync("s-1", "Школа № 1"),
            await world.OrganisationAsync("s-2", "Школа № 2")
        );
        await RecordAsync(world, other, 1, 20, 1);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var school = world.Service.Client(key);
        (await RecordAsync(world, own, 1, 25, 1, school)).Code.ShouldBe(201);
        (await RecordAsync(world, other, 2, 25, 1, school)).ErrorCode.ShouldBe("organisation.unknown");
        (await school.GetAsync("/contingents"))["items"]!.AsArray().Count.ShouldBe(1);

        (_, key) = await world.ProgramAsync(TestAccounts.Role("analyst"));
        using var analyst = world.Service.Client(key);
        (await analyst.GetAsync("/contingents")).Code.ShouldBe(403);
        var report = (await analyst.GetAsync("/reports/contingent?academicYear=2026-2027")).Expect(HttpStatusCode.OK);
        ((int)report["total"]!["pupils"]!).ShouldBe(45);
        report
            .Json!.AsObject()
            .ContainsKey("roundedDownTo")
            .ShouldBeFalse("nothing is rounded: no persons are counted");
    }

    /// <summary>«Ё» stands beside «е», and small letters beside capital ones.</summary>
    [Fact]
    public async Task Schools_of_the_report_stand_as_people_sort_them()
    {
        var world = await World.SharedAsync();
        string[] names = ["Яблоня", "азбука", "Ёлочка"];
        foreach (var (number, name) in names.Index())
        {
            var school = await world.OrganisationAsync($"s-{number}", name);
            (await RecordAsync(world, school, 1, 25, 1)).Expect(HttpStatusCode.Created);
        }

        var report = await world.Api.GetAsync("/reports/contingent?academicYear=2026-2027");

        report.Expect(HttpStatusCode.OK)["organisations"]!
            .AsArray()
            .Select(one => (string?)one!["organisation"]!["shortName"])
            .ShouldBe(["азбука", "Ёлочка", "Яблоня"]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_come_by_file_and_their_totals_are_those_of_the_rows(DatabaseProvider provider)
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        var api = scenario.Api;
        (
            await scenario.ImportAsync(
                "organisations",
                "Код;Краткое наименование;Вид;Форма собственности;Вне территории",
                "s-1;Школа № 1;СОШ;муниципальная;",
                "s-2;Школа № 2;ООШ;частная;",
                "s-3;Школа № 3;СОШ;;",
                "k-1;Детский сад № 1;Детский сад;муниципальная;",
                "x-1;Школа соседей;СОШ;муниципальная;да"
            )
        ).ShouldBe(created: 5);
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "s-1;2026-2027;1;50;2;20.09.2026",
                "s-1;2026/2027;5;30;1;",
                "s-2;2026-2027;1;7;;",
                "Школа № 2;2025-2026;1;9;1;",
                "x-1;2026-2027;1;1000;40;"
            )
        ).ShouldBe(created: 5);
        await scenario.ShouldComeBackAsync(Dataset, 5);
        (await scenario.ImportAsync(Dataset, Header, "s-1;2026-2027;5;31;;", "s-1;2026-2027;1;50;;")).ShouldBe(
            changed: 1,
            unchanged: 1
        );

        var report = (await api.GetAsync("/reports/contingent?academicYear=2026-2027")).Expect(HttpStatusCode.OK);
        Counts(report["total"]!).ShouldBe("3 2 88 3");
        report["ownerships"]!
            .AsArray()
            .Select(row => $"{row!["ownership"]}: {Counts(row)}")
            .ShouldBe(["municipal: 1 1 81 3", "private: 1 1 7 0", ": 1 0 0 0"]);
        report["grades"]!
            .AsArray()
            .Select(row => $"{row!["grade"]}: {row["reported"]} {row["pupils"]} {row["classes"]}")
            .ShouldBe(["1: 2 57 2", "5: 1 31 1"]);
        report["organisations"]!
            .AsArray()
            .Select(row => $"{row!["organisation"]!["code"]}: {row["pupils"]}")
            .ShouldBe(["s-1: 81", "s-2: 7"]);
        (await api.GetAsync("/reports/contingent?format=xlsx")).Code.ShouldBe(200);

        static string Counts(System.Text.Json.Nodes.JsonNode row) =>
            $"{row["schools"]} {row["reported"]} {row["pupils"]} {row["classes"]}";
    }

    /// <summary>A base that cannot be true of former years says so: nobody knows since when a school has stood.</summary>
    [Fact]
    public async Task The_basis_says_that_a_new_school_counts_in_former_years()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync();

        var report = (await world.Api.GetAsync("/reports/contingent?academicYear=2019-2020")).Expect(HttpStatusCode.OK);

        ((int)report["total.schools"]!, (int)report["total.reported"]!).ShouldBe((1, 0));
        ((string)report["basis"]!).ShouldContain("открытые позже учтены и в прежних годах");
    }

    [Fact]
    public async Task Schools_stand_by_name_as_people_read_it()
    {
        var world = await World.SharedAsync();
        foreach (var (code, name) in new[] { ("s-1", "Ёлочка"), ("s-2", "дружба"), ("s-3", "Жар-птица") })
        {
            await RecordAsync(world, await world.OrganisationAsync(code, name), 1, 20, 1);
        }

        var report = await world.Api.GetAsync("/reports/contingent?academicYear=2026-2027");

        report.Expect(HttpStatusCode.OK)["organisations"]!
            .AsArray()
            .Select(row => (string?)row!["organisation"]!["shortName"])
            .ShouldBe(["дружба", "Ёлочка", "Жар-птица"]);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.ImportAsync(
            "organisations",
            "Код;Краткое наименование;Вид",
            "s-1;Школа № 1;СОШ",
            "k-1;Детский сад № 1;Детский сад"
        );
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("s-9;2026-2027;1;50;2;", "organisation import.unknown-reference"),
            ("s-1;2026;1;50;2;", "academicYear import.not-a-year"),
            ("s-1;2026-2027;0;50;2;", "grade validation.out-of-range"),
            ("s-1;2026-2027;1;;2;", "pupils import.required"),
            ("s-1;2026-2027;2;1;2;", "classes contingent.more-classes-than-pupils"),
            ("k-1;2026-2027;1;50;2;", "organisation contingent.no-grades"),
            ("s-1;2090-2091;1;50;2;", "academicYear contingent.year-ahead")
        );
    }

    private static Task<Answer> RecordAsync(
        World world,
        Guid school,
        int grade,
        int pupils,
        int classes,
        ApiClient? client = null
    ) =>
        (client ?? world.Api).PostAsync(
            "/contingents",
            new
            {
                organisationId = school,
                academicYear = "2026-2027",
                grade,
                pupils,
                classes,
            }
        );
}
