using System.Globalization;
using System.Text.Json.Nodes;
using MethodCenter.Infrastructure.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>
/// The examples on whichever day the demo is made, and all of them one after another, as somebody who tries what the page
/// offers: what one ends, no other needs.
/// </summary>
public sealed class ExampleDayTests
{
    [Theory]
    [InlineData("2026-09-01", false)]
    [InlineData("2026-11-15", true)]
    [InlineData("2026-11-16", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("2027-06-20", true)]
    [InlineData("2027-08-31", false)]
    [InlineData("2027-09-01", true)]
    [InlineData("2027-12-31", false)]
    [InlineData("2028-02-29", true)]
    [InlineData("2028-06-25", false)]
    [InlineData("2028-08-31", true)]
    public async Task Every_example_works_in_one_session_on_the_day(string day, bool fromTheEnd)
    {
        var now = DateTimeOffset.Parse($"{day}T09:00:00Z", CultureInfo.InvariantCulture);
        var time = new FakeTimeProvider(now);
        await using var database = await TestDatabase.DemoHistoryAsync();
        await using var service = TestService.StartOn(
            database,
            new Dictionary<string, string?> { ["Demo:Load"] = "true" },
            services =>
            {
                services.RemoveWorkers();
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            }
        );
        await TestDatabase.GoOnWithDemoAsync(service, TestContext.Current.CancellationToken);
        using var api = service.Client();
        var document = (await api.GetAsync("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK).Json!;
        var runner = new ExampleRunner(api, document);
        var operations = runner.Operations().Select(operation => operation.Id).ToList();
        if (fromTheEnd)
        {
            operations.Reverse();
        }

        var refused = new List<string>();

        // The key of the system administrator, with which all are sent, is given up last.
        foreach (
            var example in operations
                .Select(id => ExampleFile.Load(id, DemoYears.Now(time)))
                .OrderBy(example => example.IsOfInstallation)
        )
        {
            var answer = await TryAsync(runner, example);
            if (answer.Code is < 200 or > 299 || Refuses(example, answer.Json))
            {
                refused.Add($"{example.OperationId}: {answer.Code} {answer.Text}");
            }
        }

        refused.ShouldBeEmpty();
    }

    /// <summary>A batch that says of an item that it was refused.</summary>
    private static bool Refuses(ExampleFile example, JsonNode? answer) =>
        example.OperationId.StartsWith("Batch", StringComparison.Ordinal)
        && answer is JsonObject batch
        && batch["refused"] is JsonValue refused
        && (int)refused > 0;

    /// <summary>As it stands; with the new revision, where another example has changed the same object before.</summary>
    private static async Task<Answer> TryAsync(ExampleRunner runner, ExampleFile example)
    {
        if (example.IsOfInstallation)
        {
            await runner.FindAsync(example);
        }

        var answer = await runner.RunAsync(example);
        if (answer.Code != (int)HttpStatusCode.PreconditionFailed)
        {
            return answer;
        }

        await runner.FindAsync(example, ExampleRunner.Revision);
        return await runner.RunAsync(example);
    }
}
