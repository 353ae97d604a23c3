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
        await using var bench = await Bench.StartAsync(provider);
        var lanes = bench.Lanes();
        await bench.DoAsync(store => lanes.RefreshAsync(store, Cancel));
        await bench.FillAsync(lanes);
        var few = await RoundAsync(bench, lanes, 10);
        var many = await RoundAsync(bench, lanes, 100);

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
        await using var bench = await Bench.StartAsync(provider);
        var (one, two) = (bench.Lanes(), bench.Lanes());
        foreach (var lanes in new[] { one, two })
        {
            await bench.DoAsync(store => lanes.RefreshAsync(store, Cancel));
            await bench.FillAsync(lanes);
        }

        await bench.WriteAsync(10);
        await bench.FillAsync(one);
        await bench.FillAsync(two);

        Bench.TakeAll(one).Count.ShouldBe(10 * Subscriptions);
        Bench.TakeAll(two).ShouldBeEmpty("it learns that it was late, and reads anew");
        await bench.DoAsync(store => two.RefreshAsync(store, Cancel));
        await bench.FillAsync(two);
        Bench.TakeAll(two).Count.ShouldBe(10 * Subscriptions);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_that_write_how_a_delivery_went_the_first_is_heard(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var (one, two) = (bench.Lanes(), bench.Lanes());
        await bench.DoAsync(store => one.RefreshAsync(store, Cancel));
        await bench.FillAsync(one);
        await bench.WriteAsync(4);
        await bench.FillAsync(one);
        await bench.DoAsync(store => two.RefreshAsync(store, Cancel));
        await bench.FillAsync(two);
        var (first, second) = (Bench.TakeAll(one), Bench.TakeAll(two));
        var now = TestDay.Instance.GetUtcNow();
        first.Take(5).ToList().ForEach(row => row.Deliver(new WebhookAttempt(now, 200, null, 1)));
        second.ForEach(row => row.Park(new WebhookAttempt(now, 500, WebhookFailure.Refused, 1)));

        await bench.DoAsync(store => store.RecordAsync([.. first.Take(5)], [], Cancel));
        await bench.DoAsync(store => store.RecordAsync(second, [], Cancel));

        var states = await bench.Service.Database.QueryAsync("SELECT state FROM webhook_deliveries");
        states.Count(state => state == "Delivered").ShouldBe(5);
        states.Count(state => state == "Parked").ShouldBe((4 * Subscriptions) - 5);
    }

    private static async Task<(int Fill, int Record)> RoundAsync(Bench bench, Lanes lanes, int changes)
    {
        await bench.WriteAsync(changes);
        bench.Commands.Restart();
        await bench.FillAsync(lanes);
        var fill = bench.Commands.Count;
        var taken = new List<(Lane Lane, PendingDelivery Delivery)>();
        while (lanes.Take(TestDay.Instance.GetUtcNow()) is { } next)
        {
            taken.Add(next);
        }

        taken.Count.ShouldBe(changes * Subscriptions);
        var attempt = new WebhookAttempt(TestDay.Instance.GetUtcNow(), 200, null, 1);
        taken.ForEach(one => one.Delivery.Row.Deliver(attempt));
        bench.Commands.Restart();
        await bench.DoAsync(store =>
            store.RecordAsync(
                [.. taken.Select(one => one.Delivery.Row)],
                taken.Select(one => one.Lane).Distinct(),
                Cancel
            )
        );
        var record = bench.Commands.Count;
        taken.ForEach(one => one.Lane.Settle(one.Delivery));
        return (fill, record);
    }

    /// <summary>A centre with subscriptions, whose dispatchers are those of the test.</summary>
    private sealed class Bench(TestService service, Guid centreId) : IAsyncDisposable
    {
        public TestService Service => service;

        public SqlLedger.Watching Commands { get; } = service.Sql.Watch();

        public static async Task<Bench> StartAsync(DatabaseProvider provider)
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
            return new Bench(service, world.CentreId);
        }

        public Lanes Lanes() =>
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

        public async Task FillAsync(Lanes lanes)
        {
            var more = true;
            while (more)
            {
                await DoAsync(async store => more = await lanes.FillAsync(store, true, Cancel));
            }
        }

        public static List<WebhookDelivery> TakeAll(Lanes lanes)
        {
            var rows = new List<WebhookDelivery>();
            while (lanes.Take(TestDay.Instance.GetUtcNow()) is { } next)
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
