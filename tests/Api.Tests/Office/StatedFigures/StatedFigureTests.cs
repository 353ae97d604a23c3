using MethodCenter.Api.Tests.Office.Reports;

namespace MethodCenter.Api.Tests.Office.StatedFigures;

/// <summary>/stated-figures: what a centre has published.</summary>
public sealed class StatedFigureTests
{
    [Fact]
    public async Task Is_recorded_read_listed_and_corrected()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);

        var made = await world.StateAsync("attestations", "category:first", 352);
        var corrected = await world.Api.PatchAsync(
            $"/stated-figures/{made.Id}",
            new { value = 345.5, page = "с. 14" },
            ("If-Match", made.ETag)
        );
        var list = await world.Api.GetAsync("/stated-figures?report=attestations&academicYear=2024-2025");
        var none = await world.Api.GetAsync("/stated-figures?report=courses");
        var bySource = await world.Api.GetAsync("/stated-figures?period=2024-2025&source=центра&sort=source");
        var byOther = await world.Api.GetAsync("/stated-figures?source=доклад");
        var unknown = await world.Api.GetAsync("/stated-figures?report=coursess");

        ((decimal)corrected.Expect(HttpStatusCode.OK)["value"]!).ShouldBe(345.5m);
        ((string?)corrected["source"]).ShouldBe("Отчёт центра");
        ((string?)corrected["page"]).ShouldBe("с. 14");
        ((string?)list["items.0.cellKey"]).ShouldBe("category:first");
        none.Json!["items"]!.AsArray().ShouldBeEmpty();
        bySource.Json!["items"]!.AsArray().Count.ShouldBe(1);
        byOther.Json!["items"]!.AsArray().ShouldBeEmpty();
        unknown.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await world.Api.GetAsync($"/stated-figures/{made.Id}")).ETag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task One_figure_for_each_cell()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.StateAsync("courses", "total", 760);

        var again = await world.Api.PostAsync("/stated-figures", Body("courses", "total"));
        await world.StateAsync("attestations", "total", 775);

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.ErrorCode.ShouldBe("stated-figure.already-recorded");
    }

    [Theory]
    [InlineData("courses", "category:first", "stated-figure.unknown-cell")]
    [InlineData("attestations", "category:firsst", "stated-figure.unknown-cell")]
    [InlineData("attestations", "итого", "stated-figure.unknown-cell")]
    [InlineData("attestations", "total#requested", "stated-figure.unknown-cell")]
    public async Task A_cell_that_the_report_never_has_is_refused(string report, string cellKey, string code)
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);

        var refused = await world.Api.PostAsync("/stated-figures", Body(report, cellKey));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task Wrong_values_and_stale_revisions_are_refused()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var made = await world.StateAsync("courses", "total", 760);

        var period = await world.Api.PostAsync("/stated-figures", Body("courses", "total", period: "2019"));
        var negative = await world.Api.PostAsync("/stated-figures", Body("courses", "total", value: -1));
        var address = $"/stated-figures/{made.Id}";
        var blind = await world.Api.PatchAsync(address, new { value = 1 });
        var stale = await world.Api.PatchAsync(address, new { value = 1 }, ("If-Match", "\"7\""));
        var missing = await world.Api.GetAsync($"/stated-figures/{Guid.NewGuid()}");

        period.ErrorCode.ShouldBe("stated-figure.wrong-period");
        negative.Status.ShouldBe(HttpStatusCode.BadRequest);
        blind.Code.ShouldBe(428);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        missing.ErrorCode.ShouldBe("stated-figure.not-found");
    }

    [Fact]
    public async Task Who_reads_aggregates_only_does_not_read_what_was_printed_of_few()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);

        var analyst = await world.RoleAsync(service, "analyst");

        (await analyst.GetAsync("/stated-figures")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.GetAsync("/exports/stated-figures?format=csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.PostAsync("/stated-figures", Body("courses", "total"))).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    private static object Body(string report, string cellKey, string period = "2024-2025", decimal value = 1) =>
        new
        {
            report,
            period,
            cellKey,
            value,
            source = "Отчёт центра",
        };
}
