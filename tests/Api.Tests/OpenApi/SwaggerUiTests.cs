using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>A newcomer opens Swagger UI, authorises and registers a course without typing anything but the key.</summary>
/// <remarks><c>SCREENSHOTS=folder</c> keeps pictures of the steps.</remarks>
public sealed partial class SwaggerUiTests(ExampleWorld world) : IClassFixture<ExampleWorld>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    [Fact]
    public async Task Course_is_registered_with_its_example()
    {
        await using var service = TestService.ListenOn(world.Database);
        var address = service.ClientOptions.BaseAddress;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !IsInline(request.Url))
            {
                foreign.Add(request.Url);
            }
        };

        await page.GotoAsync($"{address}swagger/index.html");
        await Assertions.Expect(page.Locator("[data-tag='Courses']")).ToBeVisibleAsync();
        await ShowAsync(page, "1-opened");
        (await HeadingsAsync(page))[0].ShouldBe("Programmes");

        await AuthoriseAsync(page);
        await page.Locator("[data-tag='Courses']").ClickAsync();
        var operation = page.Locator("#operations-Courses-RegisterCourse");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await Assertions.Expect(operation.Locator("textarea.body-param__text")).ToHaveValueAsync(Programme());
        await ShowAsync(page, "2-operation");
        await NameCentreAsync(operation);
        await operation.Locator("button.execute").ClickAsync();

        var answer = operation.Locator(".live-responses-table");
        await Assertions.Expect(answer.Locator("tr.response td.response-col_status").First).ToHaveTextAsync(Created());
        await answer.ScrollIntoViewIfNeededAsync();
        await ShowAsync(page, "3-created");
        await Assertions.Expect(answer).ToContainTextAsync(Registered());
        foreign.ShouldBeEmpty("the page must load nothing from elsewhere");
    }

    [Fact]
    public async Task The_document_is_read_in_the_language_that_is_chosen()
    {
        await using var service = TestService.ListenOn(world.Database);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{service.ClientOptions.BaseAddress}swagger/index.html");
        await Assertions.Expect(page.Locator("[data-tag='Courses']")).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator("[data-tag='Courses']")).ToContainTextAsync("Курсы");
        await page.Locator(".topbar select").SelectOptionAsync("English");
        await Assertions.Expect(page.Locator("[data-tag='Courses']")).ToContainTextAsync("Courses");
        await ShowAsync(page, "6-english");
        await page.Locator("[data-tag='Courses']").ClickAsync();
        await Assertions
            .Expect(page.Locator("#operations-Courses-RegisterCourse"))
            .ToContainTextAsync("Register a course");
    }

    [Fact]
    public async Task A_file_is_chosen_sent_and_taken()
    {
        await using var service = TestService.ListenOn(world.Database);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{service.ClientOptions.BaseAddress}swagger/index.html");
        await AuthoriseAsync(page);
        await page.Locator("[data-tag='Import and export']").ClickAsync();
        var operation = page.Locator("[id$=StartImport]");
        await operation.Locator(".opblock-summary-control").ClickAsync();

        await operation
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "Штат.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes("Фамилия;Имя\r\nПервова;Анна\r\n"),
                }
            );
        await ShowAsync(page, "4-file");
        await NameCentreAsync(operation);
        await operation.Locator("button.execute").ClickAsync();

        var answer = operation.Locator(".live-responses-table");
        await Assertions
            .Expect(answer.Locator("tr.response td.response-col_status").First)
            .ToHaveTextAsync(new Regex("^202"));
        await answer.ScrollIntoViewIfNeededAsync();
        await ShowAsync(page, "5-operation");
        await Assertions.Expect(answer).ToContainTextAsync("\"dryRun\"");
    }

    /// <summary>The system administrator works in several centres; nobody is sent to that of the demo unasked.</summary>
    private static async Task NameCentreAsync(ILocator operation)
    {
        var centre = operation.Locator("tr[data-param-name='X-Centre'] input");
        await Assertions.Expect(centre).ToHaveValueAsync("");
        await centre.FillAsync(ExampleWorld.Centre);
    }

    private static async Task AuthoriseAsync(IPage page)
    {
        await page.Locator(".auth-wrapper .btn.authorize").First.ClickAsync();
        var dialogue = page.Locator(".modal-ux");
        await dialogue.Locator("input[type=text]").First.FillAsync(TestService.AdministratorKey);
        await ShowAsync(page, "1a-authorise");
        await dialogue.Locator("button.authorize").First.ClickAsync();
        await dialogue.Locator("button.btn-done").First.ClickAsync();
        await Assertions.Expect(page.Locator(".auth-wrapper .btn.authorize.locked")).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<string?>> HeadingsAsync(IPage page) =>
        [
            .. await page.Locator(".opblock-tag")
                .EvaluateAllAsync<string[]>("tags => tags.map(tag => tag.getAttribute('data-tag'))"),
        ];

    private static async Task ShowAsync(IPage page, string step)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{step}.png") });
        }
    }

    private static bool IsInline(string url) => url.StartsWith("data:", StringComparison.Ordinal);

    [GeneratedRegex("\"programmeId\": \"[0-9a-f-]{36}\"")]
    private static partial Regex Programme();

    [GeneratedRegex("\"status\":\\s*\"registered\"")]
    private static partial Regex Registered();

    [GeneratedRegex("^201")]
    private static partial Regex Created();
}
