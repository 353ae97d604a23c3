using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>A reader of the feed has a true copy, however the commits of many writers overlap.</summary>
public sealed class ChangeCopyTests
{
    private const int Writers = 50;
    private const int Changes = 20_000;
    private const int MostOfTransaction = 20;
    private const int Seed = 20261122;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <remarks>
    /// Half of the commits come late, with everything written and nothing visible: whoever had given positions with the
    /// write would have shown later ones meanwhile, and the reader would have passed them by.
    /// </remarks>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_reader_of_two_instances_copies_what_fifty_writers_do(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = StartOn(database);
        await using var second = StartOn(database);
        var world = await World.CreateAsync(first);
        using var there = second.Client(centre: world.Centre);
        var scenario = new Scenario(world.CentreId, [first, second]);
        var start = (long)(await world.Api.GetAsync("/changes/position"))["position"]!;

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(scenario.WriteAsync));
        var copy = new Copy(start);
        await Task.WhenAll(writing, copy.ReadAsync([world.Api, there], scenario.Done(writing)));

        scenario.Written.ShouldBeGreaterThanOrEqualTo(Changes);
        copy.Read.ShouldBeGreaterThanOrEqualTo(scenario.Written, "and what the centre began with");
        await using var scope = first.Services.CreateAsyncScope();
        var kept = await scope
            .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
            .Organisations.IgnoreQueryFilters()
            .ToDictionaryAsync(row => row.Id, row => row.Version, Cancel);
        var wrong = kept.Where(row => copy.Organisations.GetValueOrDefault(row.Key) != row.Value).ToList();
        wrong.ShouldBeEmpty($"{wrong.Count} of {kept.Count} differ");
        copy.Organisations.Count.ShouldBe(kept.Count);
    }

    /// <summary>Fewer writers at a time than the shared pool of the two has connections.</summary>
    private static TestService StartOn(TestDatabase database) =>
        TestService.StartOn(
            database,
            new Dictionary<string, string?> { ["Database:MostWriters"] = "16" },
            services =>
            {
                if (database.Provider == DatabaseProvider.PostgreSql)
                {
                    services.AddSingleton<IInterceptor>(new LateCommits());
                }
            }
        );

    /// <summary>Writers of organisations, on several instances of the service.</summary>
    private sealed class Scenario(Guid centreId, TestService[] services)
    {
        private readonly ConcurrentQueue<Guid> _made = new();
        private Guid[] _known = [];
        private int _written;
        private int _serial;

        public int Written => Volatile.Read(ref _written);

        public async Task<IReadOnlyList<TestService>> Done(Task writing)
        {
            await writing;
            return services;
        }

        public async Task WriteAsync(int writer)
        {
            var (random, own) = (new Random(Seed + writer), new List<Guid>());

            // One process at a time writes to the file of SQLite: the second has few writers, so that both get their
            // turn.
            var second = services[0].Database.Provider == DatabaseProvider.Sqlite ? writer % 10 == 0 : writer % 2 == 0;
            while (Written < Changes)
            {
                Cancel.ThrowIfCancellationRequested();
                Interlocked.Add(ref _written, await WriteAsync(services[second ? 1 : 0], random, own));
            }
        }

        /// <summary>One transaction with some new and some changed organisations.</summary>
        /// <returns>Number of changes; none, when another writer was faster.</returns>
        private async Task<int> WriteAsync(TestService service, Random random, List<Guid> own)
        {
            await using var scope = service.Services.CreateAsyncScope();
            var caller = scope.ServiceProvider.GetRequiredService<Caller>();
            caller.Identify(null, new CallerCentre(centreId, "test", TimeZoneInfo.Utc));
            caller.Scope.Open(centreId, null);
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            await using var transaction = await work.BeginAsync(Cancel);

            // As a rule his own, of which nobody keeps him; now and then one of another writer, so that they meet.
            var all = Volatile.Read(ref _known);
            var picked = Enumerable
                .Range(0, own.Count == 0 ? 0 : random.Next(MostOfTransaction))
                .Select(pick => pick == 0 ? all[random.Next(all.Length)] : own[random.Next(own.Count)])
                .Distinct()
                .ToArray();
            foreach (
                var organisation in await database
                    .Organisations.Where(organisation => picked.Contains(organisation.Id))
                    .ToListAsync(Cancel)
            )
            {
                organisation.UpdateCard(Card(organisation.Code, Interlocked.Increment(ref _serial)));
            }

            var made = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Make()).ToList();
            database.Organisations.AddRange(made);
            if (await work.SaveAsync(Cancel) is { } refusal)
            {
                refusal.Kind.ShouldBe(ErrorKind.Stale);
                return 0;
            }

            await transaction.CommitAsync(Cancel);
            own.AddRange(made.Select(organisation => organisation.Id));
            _made.Enqueue(made[0].Id);
            Volatile.Write(ref _known, [.. _made]);
            return picked.Length + made.Count;
        }

        private Organisation Make()
        {
            var number = Interlocked.Increment(ref _serial);
            return Organisation.Register(Card($"o-{number}", number)).Value;
        }

        private static OrganisationCard Card(string code, int number) =>
            new(code, code, code, OrganisationKind.SecondarySchool)
            {
                Number = number.ToString(CultureInfo.InvariantCulture),
            };
    }

    /// <summary>What a neighbour keeps: the revision of each object as the feed told it.</summary>
    private sealed class Copy(long start)
    {
        private readonly Dictionary<Guid, int> _versions = [];
        private readonly HashSet<Guid> _organisations = [];

        public int Read { get; private set; }

        public Dictionary<Guid, int> Organisations =>
            _versions.Where(row => _organisations.Contains(row.Key)).ToDictionary();

        /// <summary>Asks the instances in turn, until all is written and told and read.</summary>
        public async Task ReadAsync(ApiClient[] clients, Task<IReadOnlyList<TestService>> done)
        {
            var (position, turn) = (start, 0);
            while (true)
            {
                var over = done.IsCompleted;
                if (over)
                {
                    foreach (var service in await done)
                    {
                        await service.UntilToldAsync(Cancel);
                    }
                }

                var client = clients[turn++ % clients.Length];
                var page = await client.GetAsync($"/changes?after={position}&limit=500" + (over ? "" : "&wait=1"));
                var last = position;
                foreach (var item in page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray())
                {
                    var (place, id) = ((long)item!["position"]!, (Guid)item["id"]!);
                    place.ShouldBeGreaterThan(last);
                    last = place;
                    Take(id, (string)item["type"]!, (int)item["version"]!, (string)item["kind"]!);
                }

                position = (long)page["position"]!;
                position.ShouldBeGreaterThanOrEqualTo(last);
                if (over && !(bool)page["more"]!)
                {
                    return;
                }
            }
        }

        private void Take(Guid id, string type, int version, string kind)
        {
            Read++;
            var known = _versions.GetValueOrDefault(id);
            version.ShouldBe(known + 1, $"{type} {id} after revision {known}");
            kind.ShouldBe(known == 0 ? "created" : "changed");
            _versions[id] = version;
            if (type == "organisations")
            {
                _organisations.Add(id);
            }
        }
    }

    /// <summary>Half of the commits wait for up to 30 ms, with everything written.</summary>
    private sealed class LateCommits : DbTransactionInterceptor
    {
        private readonly Random _random = new(Seed);

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            int delay;
            lock (_random)
            {
                delay = _random.Next(2) == 0 ? 0 : _random.Next(30);
            }

            await Task.Delay(delay, cancellationToken);
            return result;
        }
    }
}
