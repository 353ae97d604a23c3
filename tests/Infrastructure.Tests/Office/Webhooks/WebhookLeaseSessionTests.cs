using System.Net;
using MethodCenter.Infrastructure.Office.Webhooks;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>
/// An instance that has lost the lease sends nothing more, and what it has called back is pending as before.
/// </summary>
public sealed class WebhookLeaseSessionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_lease_nothing_is_sent()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Lease.IsOurs = false;

        await scenario.RunAsync(Cancel).WaitAsync(Limit, Cancel);

        scenario.Receiver.Arrivals.ShouldBeEmpty();
        (await scenario.StatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_lease_is_lost_what_is_on_its_way_is_called_back_and_counts_as_not_sent()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Receiver.Answer = (_, _, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var running = scenario.RunAsync(Cancel);
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 1, Cancel);

        scenario.Lease.IsOurs = false;
        scenario.Time.Advance(TimeSpan.FromSeconds(6));
        await running.WaitAsync(Limit, Cancel);

        (await scenario.StatesAsync()).ShouldBe(["Pending 0"]);
    }

    [Fact]
    public async Task As_long_as_the_lease_is_renewed_it_goes_on()
    {
        await using var scenario = await Scenario.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = scenario.RunAsync(stop.Token);
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 1, Cancel);
        for (var round = 1; round <= 5; round++)
        {
            var asked = scenario.Lease.Asked;
            scenario.Time.Advance(TimeSpan.FromSeconds(6));
            await Patience.UntilAsync(() => scenario.Lease.Asked > asked, "the lease is renewed", Cancel);
        }

        running.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();
        await running.WaitAsync(Limit, Cancel);
        (await scenario.StatesAsync()).ShouldBe(["Delivered 1"]);
    }

    [Fact]
    public async Task With_the_last_subscription_it_ends()
    {
        await using var scenario = await Scenario.StartAsync();
        var running = scenario.RunAsync(Cancel);
        await scenario.Receiver.UntilAsync(arrivals => arrivals.Count == 1, Cancel);

        await scenario.Service.Database.QueryAsync("UPDATE webhook_subscriptions SET state = 'Paused'");

        await running.WaitAsync(Limit, Cancel);
    }

    /// <summary>A service without workers, one subscription and one change, and the session of the test.</summary>
    private sealed class Scenario(TestService service, WebhookReceiver receiver, Monotonic time) : IAsyncDisposable
    {
        public TestService Service => service;

        public WebhookReceiver Receiver => receiver;

        public Monotonic Time => time;

        public Lease Lease { get; } = new();

        public static async Task<Scenario> StartAsync()
        {
            var time = new Monotonic();
            var service = await TestService.StartAsync(
                settings: new Dictionary<string, string?> { ["Webhooks:PollMilliseconds"] = "10" },
                configure: services =>
                {
                    services.RemoveAll<IHostedService>();
                    services.AddSingleton<TimeProvider>(time);
                }
            );
            var receiver = await WebhookReceiver.StartAsync();
            var world = await World.CreateAsync(service);
            await service.TellAsync(Cancel);
            var body = new
            {
                name = "Сайт",
                url = receiver.Url,
                types = new[] { "organisations" },
            };
            (await world.Api.PostAsync("/webhooks", body)).Expect(HttpStatusCode.Created);
            await world.OrganisationAsync();
            await service.TellAsync(Cancel);
            return new Scenario(service, receiver, time);
        }

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            await using var session = service.Services.GetRequiredService<
                Func<ILeaseOfDispatcher, WebhookLeaseSession>
            >()(Lease);
            try
            {
                await session.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // As the dispatcher does.
            }
        }

        public Task<IReadOnlyList<string>> StatesAsync() =>
            service.Database.QueryAsync("SELECT state || ' ' || attempts FROM webhook_deliveries");

        public async ValueTask DisposeAsync()
        {
            await service.DisposeAsync();
            await receiver.DisposeAsync();
        }
    }

    private sealed class Lease : ILeaseOfDispatcher
    {
        private int _asked;

        public bool IsOurs { get; set; } = true;

        public int Asked => Volatile.Read(ref _asked);

        public Task<bool> HoldAsync(TimeSpan length, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(IsOurs);
        }
    }

    /// <summary>The time of the machine, whose measure of what has elapsed can be moved on.</summary>
    private sealed class Monotonic : TimeProvider
    {
        private long _ticks;

        public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, (long)(by.TotalSeconds * TimestampFrequency));

        public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _ticks);
    }
}
