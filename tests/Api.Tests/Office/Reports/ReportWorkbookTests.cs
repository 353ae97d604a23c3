using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Demo;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>Every report is had as a workbook too, with the figures of its JSON.</summary>
[Collection(DemoGroup.Name)]
public sealed class ReportWorkbookTests(DemoService demo)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task Every_report_has_its_workbook()
    {
        var school = (string)(await demo.SpbCentral.GetAsync("/organisations?q=spb-s155&limit=1"))["items.0.id"]!;
        var reports = (await Operation.AllAsync(demo.Service))
            .Where(one => one.Method == HttpMethod.Get && one.Path.Contains("/reports/", StringComparison.Ordinal))
            .ToList();
        reports.Count.ShouldBeGreaterThanOrEqualTo(7);
        foreach (var report in reports)
        {
            var path = report.Path.Replace("{organisationId}", school, StringComparison.Ordinal);
            var required = report
                .Parameters.Where(one => (string?)one["in"] == "query" && (bool?)one["required"] == true)
                .Select(one => $"{(string?)one["name"]}={Uri.EscapeDataString(one["example"]!.ToString())}");
            var address = $"{path}?{string.Join('&', required)}".TrimEnd('?');
            ((JsonObject)report.Shape["responses"]!["200"]!["content"]!).ContainsKey(Xlsx).ShouldBeTrue(report.Id);

            var workbook = await WorkbookAsync(address);
            workbook.Sheets.ShouldNotBeEmpty(report.Id);
            foreach (var sheet in workbook.Sheets)
            {
                workbook.Rows(sheet)[0].ShouldHaveSingleItem().IsBold.ShouldBeTrue(report.Id);
                workbook.Row(sheet, "Составлен:")[1].Number.ShouldNotBeNull(report.Id);
            }
        }
    }

    [Fact]
    public async Task Who_accepts_anything_gets_JSON_and_the_answer_says_that_it_varies()
    {
        foreach (var accept in new[] { "*/*", "application/json", $"application/json, {Xlsx};q=0.5" })
        {
            var answer = await demo.SpbCentral.GetAsync("/reports/courses", ("Accept", accept));
            answer.Expect(HttpStatusCode.OK).Json.ShouldNotBeNull(accept);
            answer.Headers.Vary.ShouldContain("Accept");
        }
    }

    [Fact]
    public async Task A_workbook_that_may_not_be_read_is_a_problem()
    {
        using var nobody = demo.Service.Client(key: null, centre: "spb-central");
        (await nobody.GetAsync("/reports/courses", ("Accept", Xlsx))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var refused = await demo.SpbCentral.GetAsync("/reports/courses?academicYear=2019", ("Accept", Xlsx));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Json.ShouldNotBeNull();
    }

    [Fact]
    public async Task Courses_stand_in_the_workbook_as_in_the_JSON()
    {
        const string path = "/reports/courses?academicYear=2019-2020";
        var report = (await demo.SpbCentral.GetAsync(path)).Expect(HttpStatusCode.OK);
        var workbook = await WorkbookAsync(path);

        var expected = new List<string>();
        foreach (var block in report["blocks"]!.AsArray())
        {
            foreach (var site in block!["sites"]!.AsArray())
            {
                expected.AddRange(
                    site!["courses"]!
                        .AsArray()
                        .Select(course =>
                            $"{course!["number"]} {course["learnersAutumn"]} {course["learnersSpring"]} {course["learnersTotal"]}"
                        )
                );
                expected.Add(Total(site["total"]!));
            }

            expected.Add(Total(block["total"]!));
        }

        expected.AddRange(report["sources"]!.AsArray().Select(source => Total(source!["total"]!)));
        expected.Add(Total(report["total"]!));

        var rows = workbook.Rows("Курсы").SkipWhile(row => row[0].Text != "№").Skip(1).ToList();
        rows.Select(row => string.Join(' ', row.Where(cell => cell.Number is not null).Select(cell => cell.Number)))
            .ShouldBe(expected);
        rows.Where(row => row[0].IsBold).Count().ShouldBe(expected.Count - 34);
        workbook.Row("Курсы", "Учебный год:")[1].Text.ShouldBe("2019-2020");
        workbook.Row("Курсы", "Всего").Where(cell => cell.Number is not null).ToList()[2].Number.ShouldBe(760);
        workbook.Row("Формы и сезоны", "Всего").Last().Number.ShouldBe(760);
    }

    [Fact]
    public async Task Trained_by_provider_stand_in_the_workbook_as_in_the_JSON()
    {
        const string path = "/reports/trained-by-provider?academicYear=2019-2020";
        var report = (await demo.SpbCentral.GetAsync(path)).Expect(HttpStatusCode.OK);
        var workbook = await WorkbookAsync(path);

        var expected = report["providers"]!
            .AsArray()
            .SelectMany(provider =>
                provider!["hours"]!
                    .AsArray()
                    .Select(hours => $"{provider["provider"]} {hours!["hours"]} {hours["value"]}")
                    .Append($"Итого: {provider["provider"]} {provider["total"]!["value"]}")
            )
            .Append($"Всего {report["total.value"]}");
        workbook
            .Rows("По объёму")
            .SkipWhile(row => row[0].Text != "Провайдер")
            .Skip(1)
            .Select(row =>
                row[0].IsBold
                    ? $"{row[0].Text} {row.First(cell => cell.Number is not null).Number}"
                    : $"{row[0].Text} {string.Join(' ', row.Where(cell => cell.Number is not null).Take(2).Select(cell => cell.Number))}"
            )
            .ShouldBe(expected);
        ((int)report["total.value"]!).ShouldBe(1223);
    }

    [Fact]
    public async Task A_report_with_pages_stands_whole_in_its_workbook()
    {
        const string path = "/reports/training-due?limit=1";
        var report = (await demo.SpbCentral.GetAsync(path)).Expect(HttpStatusCode.OK);
        report["employees"]!["items"]!.AsArray().Count.ShouldBe(1);
        var workbook = await WorkbookAsync(path);

        workbook
            .Rows("Педагоги")
            .SkipWhile(row => row[0].Text != "Фамилия, имя, отчество")
            .Skip(1)
            .Count()
            .ShouldBe((int)report["total.base"]!);
    }

    private static string Total(JsonNode total) =>
        string.Join(
            ' ',
            new[]
            {
                total["learnersAutumn"],
                total["learnersSpring"],
                total["value"],
                total["courses"],
                total["stated"],
                total["difference"],
            }.Where(one => one is not null)
        );

    private async Task<ReadWorkbook> WorkbookAsync(string path)
    {
        using var client = demo.SpbCentral;
        using var request = client.Request(HttpMethod.Get, path, ("Accept", Xlsx));
        using var answer = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Xlsx);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith(".xlsx");
        return ReadWorkbook.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
