using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Learning.Orders;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>What comes about by decisions is taken away as a file, and brought by none.</summary>
public sealed class ExportOnlyTests
{
    [Theory]
    [InlineData("certificates")]
    [InlineData("orders")]
    [InlineData("quotas")]
    [InlineData("training-needs")]
    public async Task No_file_brings_it(string dataset)
    {
        var world = await World.SharedAsync();

        var template = await world.Api.GetAsync($"/imports/{dataset}/template?format=csv");
        var listed = (await world.Api.GetAsync("/imports")).Expect(HttpStatusCode.OK).Json!["items"]!.AsArray();
        var exported = await world.Api.GetAsync($"/exports/{dataset}?format=csv");

        template.ErrorCode.ShouldBe("dataset.export-only");
        var model = listed.Single(one => (string?)one!["name"] == dataset)!;
        ((bool)model["mayImport"]!, (bool)model["mayExport"]!).ShouldBe((false, true));
        exported.Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Orders_and_documents_of_a_course_with_their_receipts(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await OrderScenario.CreateAsync(service, 2);
        var (world, api) = (scenario.World, scenario.World.Api);
        var order = (await scenario.DraftAsync("enrolment", "2025-10-01", basis: "Заявки школ")).Expect(
            HttpStatusCode.Created
        );
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);
        await scenario.CompleteCourseAsync();
        await world.WaivePapersAsync();
        var entry = new { issuedOn = "2026-08-31", blankNumber = "000098" };
        (await api.PostAsync($"/courses/{scenario.Course}/certificates", entry)).Expect(HttpStatusCode.OK);
        var document = (await api.GetAsync("/certificates?number=1")).Json!["items"]![0]!;
        var receipt = new { on = "2026-09-02", mark = "лично; подпись" };
        (
            await api.PostAsync($"/certificates/{(string?)document["id"]}/receipt", receipt, ("If-Match", "\"1\""))
        ).Expect(HttpStatusCode.OK);

        var orders = await LinesAsync(api, "orders?kind=enrolment");
        var ledger = await LinesAsync(api, $"certificates?courseId={scenario.Course}");
        var open = await LinesAsync(api, "certificates?received=false");

        orders.Count.ShouldBe(2);
        orders[1].ShouldContain("1-у");
        orders[1].ShouldContain("Заявки школ");
        orders[1].ShouldContain("М. П. Образцова");
        ledger.Count.ShouldBe(3);
        ledger[0].ShouldContain("Отметка о получении");
        ledger[1].ShouldContain("02.09.2026");
        ledger[1].ShouldContain("лично; подпись");
        open.Count.ShouldBe(2);
        open[1].ShouldContain("000099");
    }

    [Fact]
    public async Task A_school_takes_its_own_documents_alone()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var course = await world.CompletedCourseAsync(2);
        (await world.Api.PostAsync($"/courses/{course}/certificates", new { })).Expect(HttpStatusCode.OK);
        var stranger = await world.OrganisationAsync("school-9", "Девятая СОШ");
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", stranger));
        using var school = service.Client(key);

        (await LinesAsync(school, "certificates")).Count.ShouldBe(1, "the headers alone");
        (await LinesAsync(world.Api, "certificates")).Count.ShouldBe(3);
    }

    private static async Task<List<string>> LinesAsync(ApiClient api, string path)
    {
        var parted = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var file = (await api.GetAsync($"/exports/{path}{parted}format=csv")).Expect(HttpStatusCode.OK);
        return [.. file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }
}
