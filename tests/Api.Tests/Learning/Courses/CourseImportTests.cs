using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Courses;

/// <summary>The plan of courses by file.</summary>
public sealed class CourseImportTests
{
    private const string Dataset = "courses";
    private const string Header =
        "Ключ курса;Учебный год;№ курса;Программа;Сезон;Начало;Окончание;Форма обучения;Площадка;Финансирование;Реестр;Мест;Состояние";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_registered_changed_opened_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.World.ProgrammeAsync("p-1");
        await scenario.World.OpenCourseAsync(await scenario.World.ProgrammeAsync("p-2", line: "ict"), 10);
        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            "a;2026/27;;p-1;осень;01.10.2026;25.12.2026;очно;Невский, 154;план-заказ;реестр 2026;25;набор открыт",
            // Within the norm of its line is not what this group is: accepted with a warning.
            "b;;;Программа p-2;осень и весна;01.10.2026;31.05.2027;дистанционно;;внебюджет;;30;",
            // The course that is on file, by year and number, gets a key and a site.
            "c;2026-2027;1;p-2;осень;01.10.2026;31.08.2027;очная;Дворец;госзадание;;10;"
        );
        first.ShouldBe(created: 2, changed: 1);
        first.Findings.ShouldBe(["3 - course.group-above-norm"]);
        (await scenario.RowsAsync("courses", "number IN (1, 2, 3)")).ShouldBe(3);
        (await scenario.RowsAsync("changes", "kind = 'KeyChanged'")).ShouldBe(1);
        await scenario.ShouldComeBackAsync(Dataset, 3);
        await scenario.ShouldComeBackAsync(Dataset, 3, "");

        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "a;;;p-1;осень;01.10.2026;25.12.2026;очная;;план-заказ;;24;набор закрыт",
                "b;;;p-2;осень и весна;01.10.2026;31.05.2027;дистанционная;;платная основа;;30;"
            )
        ).ShouldBe(changed: 1, unchanged: 1);
        (
            await scenario.RowsAsync(
                "courses",
                "capacity = 24 AND site = 'Невский, 154' AND status = 'RegistrationClosed'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.World.ProgrammeAsync("p-2");
        await scenario.World.OpenCourseAsync(await scenario.World.ProgrammeAsync("p-1"), 10);
        (
            await scenario.ImportAsync(Dataset, Header, Row("known", "", "", "p-1"), Row("", "2026-2027", "1", "p-1"))
        ).ShouldBe(created: 1, changed: 1);
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            (Row("", "2026-2027", "", "p-1"), "key course.not-identified"),
            (Row("", "2026-2027", "77", "p-1"), "number course.unknown-number"),
            (Row("new", "2026-2027", "78", "p-1"), "number course.unknown-number"),
            (Row("known", "2026-2027", "1", "p-1"), "number course.key-of-another"),
            (Row("x1", "2026", "", "p-1"), "academicYear import.not-a-year"),
            (Row("x2", "", "", "p-9"), "programme import.unknown-reference"),
            (Row("", "2026-2027", "1", "p-2"), "programme course.programme-fixed"),
            (Row("x3", "", "", "p-1", starts: "01.10.1976"), "academicYear import.required"),
            (Row("x4", "2026-2027", "", "p-1", ends: "30.09.2026"), "endsOn course.ends-before-start"),
            (Row("x5", "2025-2026", "", "p-1"), "startsOn course.outside-academic-year"),
            (Row("x6", "", "", "p-1", seats: "0"), "capacity validation.out-of-range"),
            (Row("x7", "", "", "p-1", status: "завершён"), "status course.status-not-by-file"),
            (Row("x8", "", "", "p-1", status: "набор закрыт"), "status course.wrong-status"),
            (Row("x9", "", "", "p-1", funding: "деньги"), "fundingSource import.unknown-value")
        );

        // A refused registration gives its number back.
        (await scenario.ImportAsync(Dataset, Header, Row("last", "", "", "p-1"))).ShouldBe(created: 1);
        (await scenario.RowsAsync("courses", "number <= 3")).ShouldBe(3);
    }

    [Fact]
    public async Task A_key_that_is_bound_names_its_course_whatever_year_the_row_says()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.World.ProgrammeAsync("p-1");
        await scenario.ImportAsync(Dataset, Header, Row("a", "", "", "p-1"));
        (await scenario.ImportAsync(Dataset, Header, Row("a", "2025-2026", "", "p-1"))).ShouldRefuse(
            "2 academicYear course.year-fixed"
        );
    }

    [Fact]
    public async Task Without_a_source_a_key_means_nothing()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.World.ProgrammeAsync("p-1");
        var started = await Imports.SendAsync(
            scenario.Api,
            $"/imports/{Dataset}?mode=validRows",
            System.Text.Encoding.UTF8.GetBytes(Header + "\r\n" + Row("a", "", "", "p-1"))
        );
        var outcome = await Outcome.ReadAsync(scenario.Api, await Imports.EndAsync(scenario.Api, started.Id));
        outcome.ShouldRefuse("2 key import.source-required");
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_one_query_a_chunk()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        await scenario.World.ProgrammeAsync("p-1");
        string[] lines = [Header, .. Enumerable.Range(1, 60).Select(n => Row($"k{n}", "", "", "p-1"))];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        (await scenario.CountAsync("courses", async () => again = await scenario.ImportAsync(Dataset, lines))).ShouldBe(
            1
        );
        again!.ShouldBe(unchanged: 60);
    }

    private static string Row(
        string key,
        string year,
        string number,
        string programme,
        string starts = "01.10.2026",
        string ends = "25.12.2026",
        string funding = "план-заказ",
        string seats = "25",
        string status = ""
    ) => $"{key};{year};{number};{programme};осень;{starts};{ends};очная;;{funding};;{seats};{status}";
}
