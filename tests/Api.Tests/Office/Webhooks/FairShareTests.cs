namespace MethodCenter.Api.Tests.Office.Webhooks;

/// <summary>A centre whose receivers are slow does not delay the webhooks of its neighbour. A service of its own: its limits are small.</summary>
public sealed class FairShareTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slow_receivers_of_one_centre_leave_the_neighbour_its_share()
    {
        await using var scenario = await WebhookScenario.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["Webhooks:MostAtOnceInAll"] = "6",
                ["Webhooks:MostAtOnce"] = "2",
                ["Webhooks:TimeoutSeconds"] = "110",
            }
        );
        var release = new TaskCompletionSource();
        scenario.Receiver.Answer = async (_, _, http) => await release.Task.WaitAsync(http.RequestAborted);
        for (var receiver = 0; receiver < 12; receiver++)
        {
            await scenario.SubscribeUrlAsync($"{scenario.Receiver.Url}&number={receiver}", "organisations");
        }

        var neighbour = await World.CreateAsync(scenario.Service);
        await using var quick = await WebhookReceiver.StartAsync();
        (
            await neighbour.Api.PostAsync(
                "/webhooks",
                new
                {
                    name = "Сайт",
                    url = quick.Url,
                    types = new[] { "organisations" },
                }
            )
        ).Expect(HttpStatusCode.Created);
        for (var place = 0; place < 5; place++)
        {
            await scenario.World.OrganisationAsync($"slow-{place}");
        }

        // The slow ones hold all that one centre may hold, and no more.
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count >= 2, Cancel);
        for (var place = 0; place < 5; place++)
        {
            await neighbour.OrganisationAsync($"quick-{place}");
        }

        await quick.UntilAsync(arrivals => arrivals.Count == 5, Cancel);

        // While none of the slow ones has been let go: else those that wait behind them had come.
        scenario.Receiver.Arrivals.Count.ShouldBeLessThanOrEqualTo(3);
        release.SetResult();
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 60, Cancel);
    }
}
