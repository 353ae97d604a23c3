using System.Collections.Concurrent;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Outbox;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace MethodCenter.Infrastructure.Tests.Outbox;

/// <summary>In order, at least once, by one worker at a time.</summary>
public sealed class OutboxTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(600);
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Messages_are_delivered_in_order_across_batches(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var sent = await bench.WriteAsync(230);
        var receiver = new Receiver();
        await using var worker = bench.Worker(receiver);

        await bench.UntilDeliveredAsync();

        receiver.Taken.ShouldBe(sent);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_message_that_was_not_taken_comes_again_and_holds_back_those_behind_it(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var sent = await bench.WriteAsync(5);
        var receiver = new Receiver { Refuse = (id, times) => id == sent[2] && times <= 3 };
        await using var worker = bench.Worker(receiver);

        await bench.UntilDeliveredAsync();

        receiver.Taken.ShouldBe(sent);
        receiver.Tries[sent[2]].ShouldBe(4);
        receiver.Tries[sent[3]].ShouldBe(1);
        (await bench.AttemptsAsync(sent[2])).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_message_taken_by_a_worker_that_died_comes_again(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var sent = await bench.WriteAsync(3);

        // It dies between taking and noting down: as far as the database knows, nothing was delivered.
        await bench.HoldAsync(Guid.NewGuid(), TimeSpan.FromSeconds(15));
        var receiver = new Receiver();
        await using var worker = bench.Worker(receiver);
        await bench.AdvanceAsync(TimeSpan.FromSeconds(10));
        receiver.Taken.ShouldBeEmpty();

        await bench.UntilDeliveredAsync();

        receiver.Taken.ShouldBe(sent);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_workers_one_delivers_and_the_other_takes_over_when_it_stops(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var before = await bench.WriteAsync(20);
        var (one, two) = (new Receiver(), new Receiver());
        await using var first = bench.Worker(one);
        await using var second = bench.Worker(two);
        await bench.UntilDeliveredAsync();
        one.Taken.Concat(two.Taken).ShouldBe(before, ignoreOrder: true);
        (one.Taken.IsEmpty || two.Taken.IsEmpty).ShouldBeTrue("one worker at a time");

        await (one.Taken.IsEmpty ? second : first).StopAsync();
        var after = await bench.WriteAsync(5);
        await bench.UntilDeliveredAsync();

        (one.Taken.Count > two.Taken.Count ? two : one).Taken.ShouldBe(after);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_lease_has_one_holder_until_it_runs_out(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var length = TimeSpan.FromSeconds(15);

        (await bench.HoldAsync(one, length)).ShouldBeTrue();
        (await bench.HoldAsync(two, length)).ShouldBeFalse();
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        (await bench.HoldAsync(one, length)).ShouldBeTrue("its holder renews it");
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        (await bench.HoldAsync(two, length)).ShouldBeFalse();
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        (await bench.HoldAsync(two, length)).ShouldBeTrue("it has run out");
        (await bench.HoldAsync(one, length)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_that_ask_at_once_for_a_new_lease_one_gets_it(DatabaseProvider provider)
    {
        await using var bench = await Bench.StartAsync(provider);

        var held = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => bench.HoldAsync(Guid.NewGuid(), TimeSpan.FromSeconds(15)))
        );

        held.Count(got => got).ShouldBe(1);
    }

    private sealed class Receiver : IOutboxReceiver
    {
        public Func<Guid, int, bool> Refuse { get; init; } = (_, _) => false;

        public ConcurrentQueue<Guid> Taken { get; } = new();

        public ConcurrentDictionary<Guid, int> Tries { get; } = new();

        public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            if (Refuse(message.Id, Tries.AddOrUpdate(message.Id, 1, (_, times) => times + 1)))
            {
                throw new InvalidOperationException("The receiver is away.");
            }

            Taken.Enqueue(message.Id);
            return Task.CompletedTask;
        }
    }

    private sealed class Worker(OutboxWorker worker) : IAsyncDisposable
    {
        private bool _stopped;

        public async Task StopAsync()
        {
            _stopped = true;
            await worker.StopAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            if (!_stopped)
            {
                await StopAsync();
            }

            worker.Dispose();
        }
    }

    /// <summary>A database with its outbox, whose only workers are those of the test, on a clock of the test.</summary>
    private sealed class Bench(TestService service, ManualTime time) : IAsyncDisposable
    {
        public ManualTime Time => time;

        public static async Task<Bench> StartAsync(DatabaseProvider provider)
        {
            var time = new ManualTime(Start);
            var service = await TestService.StartAsync(
                provider,
                configure: services =>
                {
                    services.RemoveAll<IHostedService>();
                    services.AddSingleton<TimeProvider>(time);
                }
            );
            return new Bench(service, time);
        }

        public async Task<IReadOnlyList<Guid>> WriteAsync(int count)
        {
            using var scope = service.Services.CreateScope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            var messages = Enumerable.Range(0, count).Select(_ => Message()).OrderBy(message => message.Id).ToList();
            database.OutboxMessages.AddRange(messages);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
            return [.. messages.Select(message => message.Id)];
        }

        public Worker Worker(IOutboxReceiver receiver)
        {
            var worker = new OutboxWorker(
                service.Services.GetRequiredService<IServiceScopeFactory>(),
                [receiver],
                service.Services.GetRequiredService<WriteGate>(),
                time,
                NullLogger<OutboxWorker>.Instance
            );
            worker.StartAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            return new Worker(worker);
        }

        /// <summary>Moves the clock on until nothing waits.</summary>
        public async Task UntilDeliveredAsync()
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(Limit);
            while (await WaitingAsync(limit.Token) > 0)
            {
                time.Advance(Step);
                await Task.Delay(10, limit.Token);
            }
        }

        /// <summary>Moves the clock on in steps, so that workers get their turns.</summary>
        public async Task AdvanceAsync(TimeSpan by)
        {
            for (var gone = TimeSpan.Zero; gone < by; gone += Step)
            {
                time.Advance(Step);
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }

        public async Task<bool> HoldAsync(Guid owner, TimeSpan length)
        {
            using var scope = service.Services.CreateScope();
            return await scope
                .ServiceProvider.GetRequiredService<LeaseKeeper>()
                .TryHoldAsync("outbox", owner, length, TestContext.Current.CancellationToken);
        }

        public async Task<int> AttemptsAsync(Guid id)
        {
            using var scope = service.Services.CreateScope();
            return await scope
                .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
                .OutboxMessages.Where(message => message.Id == id)
                .Select(message => message.Attempts)
                .SingleAsync(TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => service.DisposeAsync();

        private static OutboxMessage Message() =>
            new()
            {
                Id = EntityId.New(),
                Type = "tested",
                SubjectId = EntityId.New(),
                Payload = "{}",
                OccurredAt = Start,
            };

        private async Task<int> WaitingAsync(CancellationToken cancellationToken)
        {
            using var scope = service.Services.CreateScope();
            return await scope
                .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
                .OutboxMessages.CountAsync(message => message.DeliveredAt == null, cancellationToken);
        }
    }
}
