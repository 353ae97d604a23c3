using System.Data.Common;
using System.Net;
using MethodCenter.Infrastructure.Health;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>What the probe says of webhooks while nobody delivers. A service of its own: it has no workers.</summary>
public sealed class DueDeliveriesTests
{
    [Fact]
    public async Task What_is_due_is_counted_though_no_dispatcher_has_taken_it_up()
    {
        var time = new WatchedTime();
        await using var service = await TestService.StartAsync(
            settings: SharedService.ForWebhooks([0]),
            configure: services =>
            {
                services.RemoveWorkers();
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            }
        );
        var world = await World.CreateAsync(service);
        var told = await SubscribeAsync(world, "organisations");
        await SubscribeAsync(await World.CreateAsync(service), "organisations");
        await world.OrganisationAsync("one", "Первая");
        await world.OrganisationAsync("two", "Вторая");
        await world.ProgrammeAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await service.TellAsync(TestContext.Current.CancellationToken);

        var health = (await world.Api.GetAsync("/health/ready")).Expect(HttpStatusCode.OK);

        ((int)health["pendingDeliveries"]!).ShouldBe(2, "neither programmes nor the other centre's");
        ((double)health["deliveryLagSeconds"]!).ShouldBe(60);
        var etag = (await world.Api.GetAsync($"/webhooks/{told.Id}")).ETag;
        (await world.Api.PatchAsync($"/webhooks/{told.Id}", new { state = "paused" }, ("If-Match", etag))).Expect(
            HttpStatusCode.OK
        );
        time.Advance(HealthFigures.Kept);
        ((int)(await world.Api.GetAsync("/health/ready"))["pendingDeliveries"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Readiness_does_not_wait_for_what_is_counted_of_webhooks()
    {
        var time = new WatchedTime();
        var slow = new SlowCount();
        await using var service = await TestService.StartAsync(configure: services =>
        {
            services.RemoveWorkers();
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            services.AddSingleton<IInterceptor>(slow);
        });
        using var client = service.Client(key: null);

        var asked = client.GetAsync("/health/ready");
        await slow.Begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        await Patience.UntilAsync(
            () => time.Waits(HealthFigures.Patience) == 1,
            "the probe waits for the figures",
            TestContext.Current.CancellationToken
        );
        time.Advance(HealthFigures.Patience);
        var health = (await asked).Expect(HttpStatusCode.OK);

        ((bool)health["ready"]!).ShouldBeTrue();
        health["pendingDeliveries"].ShouldBeNull("it is not known yet");
        health["deliveryLagSeconds"].ShouldBeNull();
        slow.End.SetResult();
        await Patience.UntilAsync(
            async () =>
            {
                time.Advance(HealthProbe.Kept);
                return (int?)(await client.GetAsync("/health/ready"))["pendingDeliveries"] == 0;
            },
            "counted",
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<Answer> SubscribeAsync(World world, string type)
    {
        var answer = await world.Api.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url = "http://127.0.0.1:9/",
                types = new[] { type },
            }
        );
        return answer.Expect(HttpStatusCode.Created);
    }

    /// <summary>A server that has much to count.</summary>
    private sealed class SlowCount : DbCommandInterceptor
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains("webhook_deliveries", StringComparison.Ordinal))
            {
                Begun.TrySetResult();
                await End.Task.WaitAsync(cancellationToken);
            }

            return result;
        }
    }
}
