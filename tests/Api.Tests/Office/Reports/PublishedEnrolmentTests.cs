using System.Net;
using MethodCenter.TestKit;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>Enrolled and completed of the demo against what the centre of 2019-2020 has published (SPB-71).</summary>
/// <remarks>
/// Published: 119 enrolled and completed in ICT, and 111 in its personified model. The table of courses, from which the
/// demo is made, has 121 in the centre of informatics and 125 in the two registers of the personified model: the text
/// and the table of the centre contradict each other, and the records follow the table.
/// </remarks>
[Collection(DemoGroup.Name)]
public sealed class PublishedEnrolmentTests(DemoService demo)
{
    [Fact]
    public async Task Lines_and_sources_add_up_to_the_published_whole()
    {
        var report = await demo.SpbCentral.GetAsync("/reports/enrolled-completed?academicYear=2019-2020");
        report.Expect(HttpStatusCode.OK);

        ((int)report["total.enrolled"]!, (int)report["total.completed"]!).ShouldBe((760, 760));
        ((int)report["total.courses"]!).ShouldBe(34);
        var personified = report["sources"]!.AsArray().Single(one => (string?)one!["source"] == "personifiedModel")!;
        ((int)personified["enrolled"]!, (int)personified["completed"]!).ShouldBe((125, 125));
        foreach (var cut in new[] { "rows", "lines", "sources" })
        {
            report[cut]!.AsArray().Sum(one => (int)one!["enrolled"]!).ShouldBe(760, cut);
            report[cut]!.AsArray().Sum(one => (int)one!["completed"]!).ShouldBe(760, cut);
        }
    }

    [Fact]
    public async Task Two_rates_of_the_centre_have_sixteen_groups_and_more_are_taught()
    {
        var report = await demo.SpbCentral.GetAsync("/reports/teaching-load?academicYear=2019-2020");
        report.Expect(HttpStatusCode.OK);

        ((int)report["total.rates"]!, (int)report["total.groupsByNorm"]!).ShouldBe((2, 16));
        ((int)report["total.learners"]!).ShouldBe(760);
        ((int)report["total.groups"]!).ShouldBeGreaterThanOrEqualTo(34);
    }
}
