using System.Net;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Office.Webhooks;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>What the dispatcher asks of the database follows from the number of subscriptions, not of changes.</summary>
public sealed class WebhookBudgetTests
{
    private const int Subscriptions = 3;

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Commands_of_a_round_are_bounded(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var queues = scenario.Queues();
        await scenario.DoAsync(store => queues.RefreshAsync(store, Cancel));
        await scenario.FillAsync(queues);
        var few = await RoundAsync(scenario, queues, 10);
        var many = await RoundAsync(scenario, queues, 100);

        // In SQLite a command holds 200 rows at most.
        (many.Fill - few.Fill).ShouldBeInRange(0, 3, $"{few.Fill} for 10 changes, {many.Fill} for 100");
        (many.Record - few.Record).ShouldBeInRange(0, 3, $"{few.Record} for 10 changes, {many.Record} for 100");
        many.Fill.ShouldBeLessThanOrEqualTo(12);
        many.Record.ShouldBeLessThanOrEqualTo(12);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_that_take_up_the_same_changes_one_is_heard(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (one, two) = (scenario.Queues(), scenario.Queues());
        foreach (var queues in new[] { one, two })
        {
            await scenario.DoAsync(store => queues.RefreshAsync(store, Cancel));
            await scenario.FillAsync(queues);
        }

        await scenario.WriteAsync(10);
        await scenario.FillAsync(one);
        await scenario.FillAsync(two);

        Scenario.TakeAll(one).Count.ShouldBe(10 * Subscriptions);
        Scenario.TakeAll(two).ShouldBeEmpty("it learns that it was late, and reads anew");
        await scenario.DoAsync(store => two.RefreshAsync(store, Cancel));
        await scenario.FillAsync(two);
        Scenario.TakeAll(two).Count.ShouldBe(10 * Subscriptions);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_that_write_how_a_delivery_went_the_first_is_heard(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (one, two) = (scenario.Queues(), scenario.Queues());
        await scenario.DoAsync(store => one.RefreshAsync(store, Cancel));
        await scenario.FillAsync(one);
        await scenario.WriteAsync(4);
        await scenario.FillAsync(one);
        await scenario.DoAsync(store => two.RefreshAsync(store, Cancel));
        await scenario.FillAsync(two);
        var (first, second) = (Scenario.TakeAll(one), Scenario.TakeAll(two));
        var now = TestDay.Instance.GetUtcNow();
        first.Take(5).ToList().ForEach(row => row.Deliver(new WebhookAttempt(now, 200, null, 1)));
        second.ForEach(row => row.Park(new WebhookAttempt(now, 500, WebhookFailure.Refused, 1)));

        await scenario.DoAsync(store => store.RecordAsync([.. first.Take(5)], [], Cancel));
        await scenario.DoAsync(store => store.RecordAsync(second, [], Cancel));

        var states = await scenario.Service.Database.QueryAsync("SELECT state FROM webhook_deliveries");
        states.Count(state => state == "Delivered").ShouldBe(5);
        states.Count(state => state == "Parked").ShouldBe((4 * Subscriptions) - 5);
    }

    private static async Task<(int Fill, int Record)> RoundAsync(
        Scenario scenario,
        SubscriptionQueues queues,
        int changes
    )
    {
        await scenario.WriteAsync(changes);
        scenario.Commands.Restart();
        await scenario.FillAsync(queues);
        var fill = scenario.Commands.Count;
        var taken = new List<(SubscriptionQueue Queue, PendingDelivery Delivery)>();
        while (queues.Take(TestDay.Instance.GetUtcNow()) is { } next)
        {
            taken.Add(next);
        }

        taken.Count.ShouldBe(changes * Subscriptions);
        var attempt = new WebhookAttempt(TestDay.Instance.GetUtcNow(), 200, null, 1);
        taken.ForEach(one => one.Delivery.Row.Deliver(attempt));
        scenario.Commands.Restart();
        await scenario.DoAsync(store =>
            store.RecordAsync(
                [.. taken.Select(one => one.Delivery.Row)],
                taken.Select(one => one.Queue).Distinct(),
                Cancel
            )
        );
        var record = scenario.Commands.Count;
        taken.ForEach(one => one.Queue.Settle(one.Delivery));
        return (fill, record);
    }

    /// <summary>A centre with subscriptions, whose dispatchers are those of the test.</summary>
    private sealed class Scenario(TestService service, Guid centreId) : IAsyncDisposable
    {
        public TestService Service => service;

        public SqlLedger.Watching Commands { get; } = service.Sql.Watch();

        public static async Task<Scenario> StartAsync(DatabaseProvider provider)
        {
            var service = await TestService.StartAsync(
                provider,
                configure: services => services.RemoveAll<IHostedService>()
            );
            var world = await World.CreateAsync(service);
            for (var number = 0; number < Subscriptions; number++)
            {
                var body = new { name = "Сайт", url = "https://site.example/" };
                (await world.Api.PostAsync("/webhooks", body)).Expect(HttpStatusCode.Created);
            }

            await service.TellAsync(Cancel);
            await service.Database.QueryAsync(
                "UPDATE webhook_subscriptions SET position = (SELECT last FROM change_log)"
            );
            return new Scenario(service, world.CentreId);
        }

        public SubscriptionQueues Queues() =>
            new(
                new WebhookOptions { MostAtOnce = 1000, MostAtOnceInAll = 2000 },
                service.Services.GetRequiredService<WebhookChanges>(),
                TestDay.Instance
            );

        public async Task DoAsync(Func<WebhookStore, Task> work)
        {
            await using var scope = service.Services.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<WebhookStore>());
        }

        public async Task FillAsync(SubscriptionQueues queues)
        {
            var more = true;
            while (more)
            {
                await DoAsync(async store => more = await queues.FillAsync(store, true, Cancel));
            }
        }

        public static List<WebhookDelivery> TakeAll(SubscriptionQueues queues)
        {
            var rows = new List<WebhookDelivery>();
            while (queues.Take(TestDay.Instance.GetUtcNow()) is { } next)
            {
                rows.Add(next.Delivery.Row);
            }

            return [.. rows.OrderBy(row => row.Id)];
        }

        public async Task WriteAsync(int count)
        {
            await using (var scope = service.Services.CreateAsyncScope())
            {
                var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
                database.Changes.AddRange(
                    Enumerable
                        .Range(0, count)
                        .Select(_ => new ChangeEntry
                        {
                            CentreId = centreId,
                            Type = "courses",
                            SubjectId = EntityId.New(),
                            Kind = ChangeKind.Changed,
                            Version = 2,
                            OccurredAt = TestDay.Instance.GetUtcNow(),
                        })
                );
                await database.SaveChangesAsync(Cancel);
            }

            await service.TellAsync(Cancel);
        }

        public ValueTask DisposeAsync() => service.DisposeAsync();
    }
}
