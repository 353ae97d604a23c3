using System.Net;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>What the probe says of webhooks while nobody delivers. A service of its own: it has no workers.</summary>
public sealed class DueDeliveriesTests
{
    [Fact]
    public async Task What_is_due_is_counted_though_no_dispatcher_has_taken_it_up()
    {
        var time = new TestTime();
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
        ((double)health["deliveryLagSeconds"]!).ShouldBeInRange(60, 180);
        var etag = (await world.Api.GetAsync($"/webhooks/{told.Id}")).ETag;
        (await world.Api.PatchAsync($"/webhooks/{told.Id}", new { state = "paused" }, ("If-Match", etag))).Expect(
            HttpStatusCode.OK
        );
        ((int)(await world.Api.GetAsync("/health/ready"))["pendingDeliveries"]!).ShouldBe(0);
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
}
