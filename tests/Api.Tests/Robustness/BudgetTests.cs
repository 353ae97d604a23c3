namespace MethodCenter.Api.Tests.Robustness;

/// <summary>At most 4 SQL commands for a read and 8 for a write, however many rows.</summary>
public sealed class BudgetTests
{
    private const int MostForRead = 4;
    private const int MostForWrite = 8;

    /// <summary>What asks more often today; the figure may only fall, and who brings one down strikes it here.</summary>
    private static readonly Dictionary<string, int> KnownToAskMore = new()
    {
        ["MoveLesson"] = 9,
        ["ChangeLesson"] = 11,
        ["SignOrder"] = 10,
        ["GetQualificationReport"] = 5, // norms, decisions of both kinds of commission, employments, stated figures
        ["ReadCalendar"] = 6, // two of them find the account and the centre of the link, which are kept in memory then
    };

    [Fact]
    public async Task No_operation_asks_the_database_more_often_than_it_may()
    {
        // Time stands still: on a slow machine the caller would be looked up anew in the middle, at the cost of whoever asks.
        await using var fixture = new FuzzFixture { Time = new StandingTime() };
        await fixture.InitializeAsync();
        using var counter = fixture.Service.Sql.Watch(sent => sent.InRequest);
        var (faults, answered, counted) = (new List<string>(), 0, 0);
        var better = new HashSet<string>(KnownToAskMore.Keys);
        foreach (var operation in fixture.Operations)
        {
            var address = await fixture.AddressAsync(operation, anew: operation.Method != HttpMethod.Get);
            var body = operation.BodySchema is null
                ? null
                : FuzzFixture.Body(operation, (await fixture.SampleAsync(operation)).ToJsonString());
            var tag = operation.NeedsIfMatch ? await fixture.TagAsync(address) : null;
            counter.Restart();

            var answer = await fixture.SendAsync(operation, address, body, tag is null ? [] : [("If-Match", tag)]);

            var usual = operation.Method == HttpMethod.Get ? MostForRead : MostForWrite;
            var most = KnownToAskMore.GetValueOrDefault(operation.Id, usual);
            if (answer.Code >= 500)
            {
                // What breaks asks little: that says nothing of what the operation costs.
                faults.Add($"{operation} {answer.Code}: {answer.Text}");
            }

            answered += answer.Code < 300 ? 1 : 0;
            counted += counter.Commands.Count > 0 ? 1 : 0;
            if (counter.Commands.Count == most)
            {
                better.Remove(operation.Id);
            }

            if (counter.Commands.Count > most)
            {
                faults.Add(
                    $"{operation} {answer.Code}: {counter.Commands.Count}\n{string.Join('\n', counter.Commands)}"
                );
            }
        }

        faults.ShouldBeEmpty();
        better.ShouldBeEmpty("they ask fewer than their entries say, or are gone: lower the figure or strike it");
        answered.ShouldBeGreaterThan(150, "operations that did what they are for");
        counted.ShouldBeGreaterThan(150, "operations of which a command was seen");
    }
}
