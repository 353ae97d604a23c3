using System.Diagnostics;
using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using Microsoft.Playwright;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The page is small enough to be there in three seconds and an operation in one, also when the document has grown threefold.</summary>
/// <remarks>
/// What a browser is slow with is elements: they are counted, the times are only written down (1.7 s and 0.5 s for 1,600 and 350
/// elements on two idle cores). <c>SCREENSHOTS=folder</c> keeps pictures.
/// </remarks>
public sealed class SwaggerUiSpeedTests(ExampleWorld world, ITestOutputHelper output) : IClassFixture<ExampleWorld>
{
    private const int Grown = 3;
    private const int MostOpened = 3000;
    private const int MostUnfolded = 800;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    [Fact]
    public async Task Page_and_operation_have_few_elements()
    {
        await using var service = TestService.ListenOn(world.Database);
        var address = service.ClientOptions.BaseAddress;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.RouteAsync($"**{DocumentLanguage.Russian.PagePath}", Grow);
        var clock = Stopwatch.StartNew();
        await page.GotoAsync($"{address}swagger/index.html");
        await page.Locator("[data-tag='Courses']").WaitForAsync();
        var opened = (Time: clock.Elapsed, Elements: await ElementsAsync(page));

        (await page.Locator(".opblock-tag").CountAsync()).ShouldBeGreaterThan(90);
        await page.Locator("[data-tag='Courses']").ClickAsync();
        var operation = page.Locator("#operations-Courses-RegisterCourse");
        var summary = operation.Locator(".opblock-summary-control");
        await summary.WaitForAsync();
        var listed = await ElementsAsync(page);
        clock.Restart();
        await summary.ClickAsync();
        await operation.Locator("textarea.body-param__text").WaitForAsync();
        var unfolded = (Time: clock.Elapsed, Elements: await ElementsAsync(page) - listed);

        output.WriteLine($"page: {opened}; heading: {listed}; operation: {unfolded}");
        opened.Elements.ShouldBeInRange(1, MostOpened);
        unfolded.Elements.ShouldBeInRange(1, MostUnfolded);
    }

    [Fact]
    public async Task An_open_operation_shows_its_body_and_one_line_for_all_refusals()
    {
        await using var service = TestService.ListenOn(world.Database);
        var address = service.ClientOptions.BaseAddress;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{address}swagger/index.html#/Courses/RegisterCourse");
        var operation = page.Locator("#operations-Courses-RegisterCourse");
        await operation.Locator("textarea.body-param__text").WaitForAsync();

        var answers = operation.Locator(".responses-table tr.response");
        await Assertions.Expect(answers).ToHaveCountAsync(2);
        await Assertions
            .Expect(answers.Last)
            .ToContainTextAsync("400, 401, 403, 404, 406, 409, 413, 415, 422, 429, 500, 503");
        (await operation.BoundingBoxAsync())!.Height.ShouldBeLessThan(3000);
        if (Pictures is not null)
        {
            await operation.ScreenshotAsync(
                new LocatorScreenshotOptions { Path = Path.Combine(Pictures, "7-whole-operation.png") }
            );
        }

        var refusals = await page.RunAndWaitForPopupAsync(() => answers.Last.Locator("a").ClickAsync());
        await Assertions.Expect(refusals.Locator("h2")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(refusals.Locator("[id='409']")).ToContainTextAsync("409");
    }

    [Fact]
    public async Task Search_finds_by_heading_summary_and_path()
    {
        (string Words, string OperationId)[] searches =
        [
            ("курс", "RegisterCourse"),
            ("ПРИКАЗ", "SignOrder"),
            ("удостоверение", "IssueCourseCertificates"),
            ("registercourse", "RegisterCourse"),
            ("/Campaigns", "ListCampaigns"),
            ("документ аннулировать", "AnnulCertificate"),
        ];
        await using var service = TestService.ListenOn(world.Database);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{service.ClientOptions.BaseAddress}swagger/index.html");
        await page.Locator("[data-tag='Courses']").WaitForAsync();
        var all = await page.Locator(".opblock-tag").CountAsync();
        foreach (var (words, operationId) in searches)
        {
            await page.Locator(".operation-filter-input").FillAsync(words);

            await Assertions.Expect(page.Locator($"[id$='-{operationId}']")).ToBeVisibleAsync();
            (await page.Locator(".opblock-tag").CountAsync()).ShouldBeLessThan(all, words);
            if (Pictures is not null)
            {
                await page.ScreenshotAsync(
                    new PageScreenshotOptions { Path = Path.Combine(Pictures, $"8-search-{operationId}.png") }
                );
            }
        }
    }

    private static Task<int> ElementsAsync(IPage page) =>
        page.EvaluateAsync<int>("document.getElementsByTagName('*').length");

    /// <summary>The table of contents with every heading, path and operation three times.</summary>
    private static async Task Grow(IRoute route)
    {
        var answer = await route.FetchAsync();
        var document = JsonNode.Parse(await answer.TextAsync())!.AsObject();
        var (tags, paths) = (document["tags"]!.AsArray(), document["paths"]!.AsObject());
        var (grownTags, grownPaths) = (tags.DeepClone().AsArray(), paths.DeepClone().AsObject());
        for (var copy = 2; copy <= Grown; copy++)
        {
            foreach (var tag in tags)
            {
                var another = tag!.DeepClone();
                another["name"] = $"{tag["name"]} {copy}";
                grownTags.Add(another);
            }

            foreach (var (path, methods) in paths)
            {
                var another = methods!.DeepClone().AsObject();
                foreach (var (_, operation) in another)
                {
                    operation!["operationId"] = $"{operation["operationId"]}{copy}";
                    operation["tags"] = new JsonArray($"{operation["tags"]![0]} {copy}");
                }

                grownPaths[$"/copy{copy}{path}"] = another;
            }
        }

        (document["tags"], document["paths"]) = (grownTags, grownPaths);
        await route.FulfillAsync(
            new RouteFulfillOptions { ContentType = "application/json", Body = document.ToJsonString() }
        );
    }
}
