using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MethodCenter.Infrastructure.Tests.Office.Changes;

/// <summary>Consecutive positions in the order of the writes, behind the commit, however many relays give them.</summary>
public sealed class ChangeRelayTests
{
    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Positions_are_consecutive_in_the_order_of_the_writes_across_batches(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var relay = scenario.Relay();
        await scenario.WriteAsync(3);
        (await relay.RunAsync(Cancel)).ShouldBe(3);

        await scenario.WriteAsync(ChangeRelay.BatchSize + 7);
        (await relay.RunAsync(Cancel)).ShouldBe(ChangeRelay.BatchSize + 7);
        (await relay.RunAsync(Cancel)).ShouldBe(0);

        (await scenario.PositionsAsync()).ShouldBe(
            Enumerable.Range(1, ChangeRelay.BatchSize + 10).Select(n => (long?)n)
        );
        scenario.Signals.Last.ShouldBe(ChangeRelay.BatchSize + 10);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Relays_that_run_at_once_give_no_position_twice_and_leave_no_gap(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var relays = Enumerable.Range(0, 4).Select(_ => scenario.Relay()).ToList();
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(
                relays.SelectMany(relay =>
                    new[] { scenario.WriteAsync(20), relay.RunAsync(Cancel), relay.RunAsync(Cancel) }
                )
            );
        }

        await relays[0].RunAsync(Cancel);

        (await scenario.PositionsAsync()).Order().ShouldBe(Enumerable.Range(1, 400).Select(number => (long?)number));
    }

    [Fact]
    public async Task What_is_committed_late_comes_late_and_holds_nothing_back()
    {
        await using var scenario = await Scenario.StartAsync(DatabaseProvider.PostgreSql);
        var relay = scenario.Relay();
        await using var scope = scenario.Scope();
        var slow = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await using var transaction = await slow.Database.BeginTransactionAsync(Cancel);
        var late = Scenario.Entry();
        slow.Changes.Add(late);
        await slow.SaveChangesAsync(Cancel);
        await scenario.WriteAsync(2);

        (await relay.RunAsync(Cancel)).ShouldBe(2);
        await transaction.CommitAsync(Cancel);
        (await relay.RunAsync(Cancel)).ShouldBe(1);

        // The first written has the last place: nobody who has read up to the second place can miss it.
        (await scenario.PositionsAsync()).ShouldBe([3, 1, 2]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_relay_tells_the_readers_of_its_process_also_of_what_another_gave(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (here, there) = (scenario.Relay(), scenario.Relay(new ChangeSignals()));
        await here.RunAsync(Cancel);
        var (own, foreign) = (EntityId.New(), EntityId.New());
        scenario.Signals.Look(own, 0).News.ShouldBeFalse();
        var pulse = scenario.Signals.Pulse;

        await scenario.WriteAsync(2, own);
        await there.RunAsync(Cancel);
        pulse.IsCompleted.ShouldBeFalse();
        await here.RunAsync(Cancel);

        await pulse.WaitAsync(Cancel);
        scenario.Signals.Look(own, 0).ShouldBe((true, 0L), "what is new must be read, not skipped");
        scenario.Signals.Look(own, 2).ShouldBe((false, 2L));
        scenario.Signals.Look(foreign, 0).ShouldBe((false, 2L), "of another centre there is nothing to read");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_commit_of_the_process_wakes_its_relay(DatabaseProvider provider)
    {
        // The clock stands still: nothing but the commit can wake the relay.
        var time = new FakeTimeProvider(TestDay.Instance.GetUtcNow());
        await using var service = await TestService.StartAsync(
            provider,
            configure: services => services.AddSingleton<TimeProvider>(time)
        );
        var signals = service.Services.GetRequiredService<ChangeSignals>();
        while (signals.Last is null)
        {
            await Task.Yield();
        }

        var pulse = signals.Pulse;
        await World.CreateAsync(service);
        await pulse.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);

        (await service.Database.CountAsync("SELECT count(*) FROM changes WHERE position IS NULL")).ShouldBe(0);
        (await service.Database.CountAsync("SELECT last FROM change_log")).ShouldBe(
            await service.Database.CountAsync("SELECT max(position) FROM changes")
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_backup_that_is_restored_under_a_running_relay_gives_no_position_a_second_time(
        DatabaseProvider provider
    )
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var relay = scenario.Relay();
        await scenario.WriteAsync(5);
        await relay.RunAsync(Cancel);

        await scenario.SetLastAsync(2);
        await scenario.WriteAsync(1);
        await relay.RunAsync(Cancel);

        var positions = await scenario.PositionsAsync();
        positions.Take(2).ShouldBe([1, 2]);
        positions[2]!.Value.ShouldBeGreaterThan(5);
    }

    /// <summary>A database whose only relays are those of the test.</summary>
    private sealed class Scenario(TestService service) : IAsyncDisposable
    {
        private static readonly Guid Centre = EntityId.New();

        public ChangeSignals Signals { get; } = new();

        public static async Task<Scenario> StartAsync(DatabaseProvider provider)
        {
            var scenario = new Scenario(
                await TestService.StartAsync(provider, configure: services => services.RemoveAll<IHostedService>())
            );
            await scenario.SetLastAsync(0);
            return scenario;
        }

        /// <summary>As if nothing, or only so much, had been given yet: a start leaps ahead.</summary>
        public async Task SetLastAsync(long last)
        {
            await using var scope = Scope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            await database.ChangeGaps.ExecuteDeleteAsync(Cancel);
            await database.Changes.Where(change => change.Position > last).ExecuteDeleteAsync(Cancel);
            await database.ChangeLogs.ExecuteUpdateAsync(change => change.SetProperty(log => log.Last, last), Cancel);
        }

        public AsyncServiceScope Scope() => service.Services.CreateAsyncScope();

        public ChangeRelay Relay(ChangeSignals? signals = null) =>
            new(
                service.Services.GetRequiredService<IServiceScopeFactory>(),
                signals ?? Signals,
                service.Services.GetRequiredService<WriteGate>(),
                service.Services.GetRequiredService<ChangeLeap>(),
                service.Services.GetRequiredService<OutageLog>(),
                TestDay.Instance,
                NullLogger<ChangeRelay>.Instance
            );

        public async Task<int> WriteAsync(int count, Guid? centreId = null)
        {
            await using var scope = Scope();
            using var pass = await service.Services.GetRequiredService<WriteGate>().EnterAsync(Cancel);
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            database.Changes.AddRange(Enumerable.Range(0, count).Select(_ => Entry(centreId)));
            return await database.SaveChangesAsync(Cancel);
        }

        /// <summary>In the order of the writes.</summary>
        public async Task<IReadOnlyList<long?>> PositionsAsync()
        {
            await using var scope = Scope();
            return await scope
                .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
                .Changes.OrderBy(change => change.Id)
                .Select(change => change.Position)
                .ToListAsync(Cancel);
        }

        public static ChangeEntry Entry(Guid? centreId = null) =>
            new()
            {
                CentreId = centreId ?? Centre,
                Type = "courses",
                SubjectId = EntityId.New(),
                Kind = ChangeKind.Changed,
                Version = 2,
                OccurredAt = TestDay.Instance.GetUtcNow(),
            };

        public ValueTask DisposeAsync() => service.DisposeAsync();
    }
}
