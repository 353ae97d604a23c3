using System.Globalization;
using MethodCenter.Api.Tests.Office.Imports;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>
/// A centre that begins with the service in the middle of a year brings what it has on paper: 398 people, 89 decisions of
/// the year, 5 decisions of the founder about heads, 441 training records. Its figures come out, and no row had to be
/// forged so that another is accepted. All people are made up.
/// </summary>
public sealed class BeginningCentreTests
{
    private const int People = 398;
    private const int Highest = 60;
    private const int First = 29;
    private const int Heads = 5;
    private const int Trained = 441;
    private const string List = "Список категорий педагогов на 15.01.2026";

    private static readonly (string Code, string Name, string Kind, string Head, string Post)[] Places =
    [
        ("school-1", "Первая СОШ", "secondarySchool", "Директор", "Учитель"),
        ("school-2", "Вторая СОШ", "secondarySchool", "Директор", "Учитель"),
        ("school-3", "Третья СОШ", "secondarySchool", "Директор", "Социальный педагог"),
        ("nursery-1", "Детский сад № 1", "kindergarten", "Заведующий", "Воспитатель"),
        ("nursery-2", "Детский сад № 2", "kindergarten", "Заведующий", "Воспитатель"),
    ];

    private static readonly string[] Providers = ["АППО", "РЦОКОиИТ", "Академия Минпросвещения"];

    [Fact]
    public async Task The_figures_of_a_centre_that_begins_in_mid_year_come_out_without_a_forged_row()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        foreach (var place in Places)
        {
            await scenario.World.OrganisationAsync(place.Code, place.Name, place.Kind);
        }

        await BringPeopleAsync(scenario);
        await BringDecisionsAsync(scenario);
        await BringHeadsAsync(scenario);
        await BringTrainingAsync(scenario);

        // Nothing but what the centre has on paper.
        (await scenario.RowsAsync("employees")).ShouldBe(People);
        (await scenario.RowsAsync("attestations")).ShouldBe(Highest + First);
        (await scenario.RowsAsync("attestations", "taken_over = 1")).ShouldBe(Highest);
        (await scenario.RowsAsync("head_attestations")).ShouldBe(Heads);
        (await scenario.RowsAsync("training_records")).ShouldBe(Trained);
        await ShouldReportTheYearAsync(scenario.Api);
        await ShouldReportTheDayAsync(scenario.Api);
        await ShouldReportTrainingAsync(scenario.Api);
    }

    /// <summary>The first of each organisation is its head.</summary>
    private static async Task BringPeopleAsync(DatasetScenario scenario)
    {
        var rows = Enumerable
            .Range(0, People)
            .Select(n =>
                Imports
                    .Imports.Row(n + 1, Place(n).Code)
                    .Replace(";Учитель;", $";{(n < Heads ? Place(n).Head : Place(n).Post)};", StringComparison.Ordinal)
            );
        var brought = await scenario.ImportAsync("employees", [Imports.Imports.Header, .. rows]);
        brought.ShouldBe(created: People);
    }

    private static async Task BringDecisionsAsync(DatasetScenario scenario)
    {
        string[] rows =
        [
            "Ключ работника;Организация;Должность;Категория;Дата решения;Решение;Приказ;Приказ от;Источник",
            .. Enumerable
                .Range(Heads, Highest + First)
                .Select(n =>
                    $"{Key(n)};{Place(n).Code};{Place(n).Post};{(n < Heads + Highest ? "высшая" : "первая")};"
                    + $"{Day(2025, 9, 25, n)};установлена;{n}-р;{Day(2026, 1, 14, 0)};{List}"
                ),
        ];
        var brought = await scenario.ImportAsync("attestations", rows);
        brought.ShouldBe(created: Highest + First);

        // Each highest is warned of and marked; no first one was entered to go before it.
        brought
            .Findings.Select(finding => finding.Split(' ')[^1])
            .ShouldBe(Enumerable.Repeat("attestation.no-prior-category", Highest));
    }

    private static async Task BringHeadsAsync(DatasetScenario scenario)
    {
        string[] rows =
        [
            "Ключ работника;Организация;Должность;Комиссия;Дата решения;Решение;Приказ;Приказ от",
            .. Enumerable
                .Range(0, Heads)
                .Select(n =>
                    $"{Key(n)};{Place(n).Code};{Place(n).Head};Комиссия администрации;{Day(2021 + n, 3, 10, 0)};"
                    + $"соответствует;{n + 1};{Day(2021 + n, 3, 12, 0)}"
                ),
        ];
        var brought = await scenario.ImportAsync("head-attestations", rows);
        brought.ShouldBe(created: Heads);
        brought.Findings.ShouldBeEmpty();
    }

    /// <summary>Some were trained twice.</summary>
    private static async Task BringTrainingAsync(DatasetScenario scenario)
    {
        string[] rows =
        [
            "Ключ работника;Организация;Где обучался;Программа;Вид программы;Часы;Дата окончания",
            .. Enumerable
                .Range(0, Trained)
                .Select(n =>
                    $"{Key(n % People)};{Place(n % People).Code};{Providers[n % Providers.Length]};"
                    + $"Функциональная грамотность, часть {(n / People) + 1};ПК;36;{Day(2025, 10, 1, n)}"
                ),
        ];
        (await scenario.ImportAsync("training-records", rows)).ShouldBe(created: Trained);
    }

    private static async Task ShouldReportTheYearAsync(ApiClient api)
    {
        var year = (await api.GetAsync("/reports/attestations?academicYear=2025-2026")).Expect(HttpStatusCode.OK);
        Measures(year).ShouldBe((Highest + First, Highest + First));
        Rows(year).ShouldBe([$"highest {Highest}", $"first {First}"]);

        // Half a year and the other half are the year.
        var autumn = await api.GetAsync("/reports/attestations?from=2025-09-01&to=2025-10-31");
        var winter = await api.GetAsync("/reports/attestations?from=2025-11-01&to=2026-08-31");
        var (before, after) = (Measures(autumn), Measures(winter));
        before.Persons.ShouldBeGreaterThan(0);
        after.Persons.ShouldBeGreaterThan(0);
        (before.Persons + after.Persons).ShouldBe(Highest + First);
    }

    private static async Task ShouldReportTheDayAsync(ApiClient api)
    {
        var day = (await api.GetAsync("/reports/qualifications?asOf=2026-01-15")).Expect(HttpStatusCode.OK);
        int Total(string member) => (int)day[$"total.{member}"]!;
        (Total("base"), Total("highest"), Total("first")).ShouldBe((People - Heads, Highest, First));
        (Total("conformity"), Total("none")).ShouldBe((0, People - Heads - Highest - First));
        day["organisations"]!.AsArray().Sum(row => (int)row!["highest"]!).ShouldBe(Highest);
        day["positions"]!.AsArray().Sum(row => (int)row!["first"]!).ShouldBe(First);

        // Of the heads one is due in two months, the others later.
        ((int)day["heads.total.base"]!, (int)day["heads.total.attested"]!).ShouldBe((Heads, Heads));
        day["heads.ending"]!
            .AsArray()
            .Select(head => $"{head!["dueOn"]} {head["term"]}")
            .ShouldBe(["2026-03-10 threeMonths"]);
    }

    private static async Task ShouldReportTrainingAsync(ApiClient api)
    {
        var trained = await api.GetAsync("/reports/trained-by-provider?academicYear=2025-2026");
        ((int)trained.Expect(HttpStatusCode.OK)["total.value"]!).ShouldBe(Trained);
        trained["providers"]!
            .AsArray()
            .Where(provider => !(bool)provider!["own"]!)
            .Select(provider => (int)provider!["total"]!["value"]!)
            .ShouldBe(Enumerable.Repeat(Trained / Providers.Length, Providers.Length));
    }

    private static (int Persons, int Decisions) Measures(Answer report) =>
        ((int)report.Expect(HttpStatusCode.OK)["total.value"]!, (int)report["total.decisions"]!);

    private static IEnumerable<string> Rows(Answer report) =>
        report["rows"]!.AsArray().Select(row => $"{row!["kind"]} {row["total"]!["value"]}");

    private static (string Code, string Name, string Kind, string Head, string Post) Place(int n) =>
        Places[n % Places.Length];

    private static string Key(int n) => (n + 1).ToString("D5", CultureInfo.InvariantCulture);

    /// <summary>A day, and others after it: ninety of them, so that all lie within the year.</summary>
    private static string Day(int year, int month, int day, int later) =>
        new DateOnly(year, month, day).AddDays(later % 90).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
