using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using MethodCenter.Infrastructure.Health;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>What does not pass by itself is answered with what the operator does, and the probe says the same.</summary>
/// <remarks>Services of their own: each has a database that breaks.</remarks>
public sealed class StorageFaultTests
{
    private const int MostWrites = 2000;
    private readonly WatchedTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_database_refuses_what_writes_answers_what_reads_and_works_again_with_room()
    {
        var limits = new Limits();
        await using var service = await StartAsync(limits);
        var world = await World.CreateAsync(service);
        limits.Sql = "PRAGMA max_page_count = 1"; // no more than there are

        var refused = await UntilRefusedAsync(world);

        refused.Code.ShouldBe(507, refused.Text);
        refused.ErrorCode.ShouldBe("request.storage-full");
        ((string)refused["detail"]!).ShouldContain("освободите место");
        refused.Headers.RetryAfter.ShouldBeNull("waiting does not help");
        (await world.Api.GetAsync("/organisations")).Expect(HttpStatusCode.OK);
        await ShouldSayAsync(world, "full", "освободите место");

        limits.Sql = "PRAGMA max_page_count = 1000000";
        (await WriteAsync(world, "again")).Expect(HttpStatusCode.Created);
        await ShouldBeReadyAsync(world);
    }

    [Fact]
    public async Task A_database_that_may_not_be_written_says_so_and_is_read()
    {
        var limits = new Limits();
        await using var service = await StartAsync(limits);
        var world = await World.CreateAsync(service);
        limits.Sql = "PRAGMA query_only = ON";

        var refused = await WriteAsync(world, "one");

        refused.Code.ShouldBe(503, refused.Text);
        refused.ErrorCode.ShouldBe("request.storage-read-only");
        ((string)refused["detail"]!).ShouldContain("право записи");
        refused.Headers.RetryAfter.ShouldBeNull("waiting does not help");
        (await world.Api.GetAsync("/organisations")).Expect(HttpStatusCode.OK);
        await ShouldSayAsync(world, "readOnly", "право записи");

        limits.Sql = "PRAGMA query_only = OFF";
        (await WriteAsync(world, "two")).Expect(HttpStatusCode.Created);
        await ShouldBeReadyAsync(world);
    }

    /// <summary>What a standby answers, a server answers too that is told to take every transaction for one that reads.</summary>
    [Fact]
    public async Task A_standby_is_waited_for_and_read_meanwhile()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var service = TestService.StartOn(database, configure: Still);
        var world = await World.CreateAsync(service);
        await SwitchAsync("on");

        var refused = await WriteAsync(world, "one");

        refused.Code.ShouldBe(503, refused.Text);
        refused.ErrorCode.ShouldBe("request.storage-standby");
        ((string)refused["detail"]!).ShouldContain("повторите запрос позже");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5), "it may be promoted");
        (await world.Api.GetAsync("/organisations")).Expect(HttpStatusCode.OK);
        await ShouldSayAsync(world, "standby", "подключите службу к основному серверу");

        await SwitchAsync("off");
        (await WriteAsync(world, "two")).Expect(HttpStatusCode.Created);
        await ShouldBeReadyAsync(world);

        // Sessions that are open keep what they began with: those of the pool are begun anew.
        async Task SwitchAsync(string value)
        {
            var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Database = "postgres",
                    Pooling = false,
                }.ToString()
            );
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = $"ALTER DATABASE \"{target.Database}\" SET default_transaction_read_only = {value}";
            await command.ExecuteNonQueryAsync(Cancel);
            NpgsqlConnection.ClearAllPools();
        }
    }

    [Fact]
    public void A_start_on_a_standby_is_refused_in_a_sentence()
    {
        var exception = new PostgresException("cannot execute INSERT in a read-only transaction", "E", "E", "25006");

        var refused = UnusableDatabase.Refuse(Outage.FaultOf(exception)!.Value, null, exception);

        refused.Message.ShouldContain("standby");
    }

    [Fact]
    public async Task A_file_that_is_deleted_while_the_service_runs_ends_all_writing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = TestService.StartOn(database, configure: Still);
        var world = await World.CreateAsync(service);
        (await WriteAsync(world, "before")).Expect(HttpStatusCode.Created);
        await ShouldBeReadyAsync(world);

        File.Delete(FileOf(database));
        var refused = await WriteAsync(world, "after");

        refused.Code.ShouldBe(503, refused.Text);
        refused.ErrorCode.ShouldBe("request.storage-damaged");
        ((string)refused["detail"]!).ShouldContain("восстановите базу из копии");
        await ShouldSayAsync(world, "damaged", "восстановите базу из копии");
        File.Exists(FileOf(database)).ShouldBeFalse("an empty file in its place would hide the loss");
    }

    [Fact]
    public async Task A_damaged_file_is_told_from_a_bug()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = TestService.StartOn(database, configure: Still);
        var world = await World.CreateAsync(service);
        var file = FileOf(database);

        // In the middle of the running service, as a disk does it.
        await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await stream.WriteAsync(Enumerable.Repeat((byte)0x5a, (int)stream.Length).ToArray(), Cancel);
        }

        var refused = await world.Api.GetAsync("/programmes");

        refused.Code.ShouldBe(503, refused.Text);
        refused.ErrorCode.ShouldBe("request.storage-damaged");
        await ShouldSayAsync(world, "damaged", "восстановите базу из копии");
    }

    [Fact]
    public async Task The_probe_leaves_nothing_and_takes_part_in_the_line_of_writers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = TestService.StartOn(database, configure: Still);
        using var client = service.Client(key: null);
        await LookAsync(client);
        var before = await database.CountRowsAsync();
        var pages = await database.CountAsync("SELECT page_count FROM pragma_page_count()");

        for (var look = 0; look < 20; look++)
        {
            (await LookAsync(client)).Expect(HttpStatusCode.OK);
        }

        (await database.CountRowsAsync()).ShouldBe(before);
        (await database.CountAsync("SELECT page_count FROM pragma_page_count()")).ShouldBe(pages);

        // Somebody holds the only place of a writer: it is read, and not written in time.
        using (await service.Services.GetRequiredService<Infrastructure.Persistence.WriteGate>().EnterAsync(Cancel))
        {
            var waits = _time.Waits(HealthProbe.Longest);
            var asked = LookAsync(client);
            await Patience.UntilAsync(
                () => _time.Waits(HealthProbe.Longest) == waits + 2,
                "it has read and writes",
                TestContext.Current.CancellationToken
            );
            _time.Advance(HealthProbe.Longest);
            var busy = await asked;
            busy.Code.ShouldBe(503);
            ((string)busy["database"]!).ShouldBe("busy");
            ((string)busy["message"]!).ShouldContain("запись не прошла");
        }
    }

    [Fact]
    public async Task However_often_anybody_asks_the_probe_writes_once_in_five_seconds()
    {
        var writes = new Writes();
        await using var service = await TestService.StartAsync(configure: services =>
        {
            Still(services);
            services.AddSingleton<IInterceptor>(writes);
        });
        using var stranger = service.Client(key: null);
        var started = (writes.Looks, writes.Count);

        for (var look = 0; look < 10; look++)
        {
            (await stranger.GetAsync("/health/ready")).Expect(HttpStatusCode.OK);
        }

        (writes.Looks - started.Looks, writes.Count - started.Count).ShouldBe((1, 1), "a look stands for a second");
        for (var second = 1; second <= 9; second++)
        {
            _time.Advance(HealthProbe.Kept);
            (await stranger.GetAsync("/health/ready")).Expect(HttpStatusCode.OK);
        }

        (writes.Looks - started.Looks, writes.Count - started.Count).ShouldBe((10, 2));
    }

    [Fact]
    public async Task The_probe_answers_in_time_though_the_server_stands_still_and_recovers_with_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var line = new FreezingLine(server.Host!, server.Port);
        await using var service = TestService.StartOn(
            database,
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:MethodCenter"] = new NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Port = line.Port,
                }.ToString(),
            },
            Still
        );
        using var client = service.Client(key: null);
        (await LookAsync(client)).Expect(HttpStatusCode.OK);

        line.Freeze();
        _time.Advance(HealthProbe.WriteKept);
        var asked = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetAsync("/health/ready")));

        // Nothing comes from the server before it thaws: without a bound nobody would be answered.
        await Patience.UntilAsync(
            () =>
            {
                _time.Advance(HealthProbe.Kept);
                return asked.IsCompleted;
            },
            "all are answered",
            TestContext.Current.CancellationToken
        );
        var frozen = await asked;
        frozen.ShouldAllBe(answer => answer.Code == 503);
        frozen.ShouldAllBe(answer => (string?)answer["database"] == "unreachable");
        ((string)frozen[0]["message"]!).ShouldContain("сервер запущен");

        line.Thaw();
        await Patience.UntilAsync(
            async () => (await LookAsync(client)).Status == HttpStatusCode.OK,
            "ready again",
            Cancel
        );
    }

    /// <remarks>How many lines there are is a matter of the clock: <see cref="OutageLogTests"/>.</remarks>
    [Fact]
    public async Task An_outage_is_told_without_a_stack_and_with_the_trace_of_its_request()
    {
        const int Requests = 5;
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database);
        var world = await World.CreateAsync(service.Client(), service.Client(centre: "test"));
        File.Delete(FileOf(database));

        var traces = new List<string>();
        for (var number = 0; number < Requests; number++)
        {
            var refused = await WriteAsync(world, $"lost-{number}");
            refused.ErrorCode.ShouldBe("request.storage-damaged");
            traces.Add((string)refused["traceId"]!);
        }

        await service.StopAsync(TimeSpan.FromSeconds(60));

        var told = service
            .Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith('{') && line.Contains("\"Error\"", StringComparison.Ordinal))
            .ToList();
        told.ShouldAllBe(line => line.Contains("Damaged: FileGoneException", StringComparison.Ordinal));
        told.ShouldAllBe(line => !line.Contains("   at ", StringComparison.Ordinal));
        told.ShouldContain(line => traces.Exists(trace => line.Contains(trace, StringComparison.Ordinal)));
    }

    private void Still(IServiceCollection services)
    {
        services.RemoveWorkers();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
    }

    private Task<TestService> StartAsync(Limits limits) =>
        TestService.StartAsync(configure: services =>
        {
            Still(services);
            services.AddSingleton<IInterceptor>(limits);
        });

    private static string FileOf(TestDatabase database) =>
        new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;

    private static Task<Answer> WriteAsync(World world, string code) =>
        world.Api.PostAsync(
            "/organisations",
            new
            {
                code,
                shortName = $"Школа {code}",
                kind = "secondarySchool",
            }
        );

    /// <summary>What is free in pages begun is used up first.</summary>
    private static async Task<Answer> UntilRefusedAsync(World world)
    {
        for (var number = 0; number < MostWrites; number++)
        {
            var answer = await WriteAsync(world, $"o{number}");
            if (answer.Status != HttpStatusCode.Created)
            {
                return answer;
            }
        }

        throw new InvalidOperationException("The database never was full.");
    }

    /// <summary>As the next probe, when what the last one found no longer stands.</summary>
    private Task<Answer> LookAsync(ApiClient client)
    {
        _time.Advance(HealthProbe.WriteKept);
        return client.GetAsync("/health/ready");
    }

    private async Task ShouldSayAsync(World world, string state, string advice)
    {
        var health = await LookAsync(world.Api);
        health.Code.ShouldBe(503, health.Text);
        ((bool)health["ready"]!).ShouldBeFalse();
        ((string)health["database"]!).ShouldBe(state);
        ((string)health["message"]!).ShouldContain(advice);
        (await world.Api.GetAsync("/health/live")).Expect(HttpStatusCode.OK);
    }

    private async Task ShouldBeReadyAsync(World world)
    {
        var health = (await LookAsync(world.Api)).Expect(HttpStatusCode.OK);
        ((string)health["database"]!).ShouldBe("ok");
        health["message"].ShouldBeNull();
    }

    /// <summary>The way to a server, on which everything may stand still: nothing is closed, nothing comes.</summary>
    private sealed class FreezingLine : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _over = new();
        private readonly (string Host, int Port) _server;
        private readonly Task _accepting;
        private volatile TaskCompletionSource _open = new();

        public FreezingLine(string host, int port)
        {
            _server = (host, port);
            Thaw();
            _listener.Start();
            _accepting = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Freeze() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Thaw() => _open.TrySetResult();

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            _listener.Dispose();
            await _accepting;
            _over.Dispose();
        }

        private async Task AcceptAsync()
        {
            var lines = new List<Task>();
            try
            {
                while (true)
                {
                    lines.Add(ConnectAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                await Task.WhenAll(lines);
            }
        }

        private async Task ConnectAsync(TcpClient client)
        {
            using var here = client;
            using var there = new TcpClient();
            await there.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(
                PumpAsync(here.GetStream(), there.GetStream()),
                PumpAsync(there.GetStream(), here.GetStream())
            );
        }

        private async Task PumpAsync(NetworkStream from, NetworkStream to)
        {
            var bytes = new byte[16 * 1024];
            try
            {
                int read;
                while ((read = await from.ReadAsync(bytes, _over.Token)) > 0)
                {
                    await _open.Task.WaitAsync(_over.Token);
                    await to.WriteAsync(bytes.AsMemory(0, read), _over.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // Either end has gone.
            }
        }
    }

    /// <summary>Sets up the connection of each transaction anew, as the disk or the rights of the file would.</summary>
    private sealed class Limits : DbTransactionInterceptor
    {
        public string? Sql { get; set; }

        public override InterceptionResult<DbTransaction> TransactionStarting(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result
        )
        {
            Set(connection);
            return result;
        }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            Set(connection);
            return new(result);
        }

        private void Set(DbConnection connection)
        {
            if (Sql is { } sql)
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
        }
    }

    /// <summary>Looks of the probe, and rows that it writes.</summary>
    private sealed class Writes : DbCommandInterceptor
    {
        private int _looks;
        private int _count;

        public int Looks => _looks;

        public int Count => _count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Note(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Note(command);
            return new(result);
        }

        private void Note(DbCommand command)
        {
            if (
                command.CommandText.Contains("INSERT INTO \"protection_keys\"", StringComparison.Ordinal)
                && command.Parameters.Cast<DbParameter>().Any(one => one.Value is string { Length: > 20_000 })
            )
            {
                Interlocked.Increment(ref _count);
            }

            if (command.CommandText.Contains("FROM \"__EFMigrationsHistory\"", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _looks);
            }
        }
    }
}
