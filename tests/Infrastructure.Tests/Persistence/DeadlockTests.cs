using System.Net;
using MethodCenter.TestKit;
using Npgsql;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>Real failures of PostgreSQL in the middle of a save are answered with 503 and a time to come again.</summary>
public sealed class DeadlockTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_victim_of_a_deadlock_is_told_to_come_again()
    {
        await using var scenario = await Scenario.PrepareAsync();
        var gate = await scenario.CloseCoursesAsync();
        var registering = await scenario.RegisterBehindALockAsync();

        // The request holds the numbers and stands before the gate; now the test's connection, which holds the programme,
        // waits for the numbers. The gate opens: the request waits for the programme, which closes the circle. Who closes
        // it looks for it, so the service is the victim however fast the machine is.
        var waiting = scenario.ExecuteAsync("UPDATE numerators SET last = last");
        await scenario.UntilWaitingAsync(2);
        await gate.DisposeAsync();
        var answer = await registering;
        await waiting;
        await scenario.EndAsync();

        answer.Code.ShouldBe((int)HttpStatusCode.ServiceUnavailable, answer.Text);
        answer.Headers.RetryAfter!.ToString().ShouldBe("5");
        (await scenario.RegisterAsync()).Code.ShouldBe((int)HttpStatusCode.Created);
        (await scenario.NumbersAsync()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_connection_that_dies_in_the_middle_of_a_save_is_answered_with_come_again()
    {
        await using var scenario = await Scenario.PrepareAsync();
        var registering = await scenario.RegisterBehindALockAsync();

        await scenario.EndConnectionsThatWaitAsync();
        var answer = await registering;
        await scenario.EndAsync();

        answer.Code.ShouldBe((int)HttpStatusCode.ServiceUnavailable, answer.Text);
        answer.Headers.RetryAfter!.ToString().ShouldBe("5");
        (await scenario.RegisterAsync()).Code.ShouldBe((int)HttpStatusCode.Created);
        (await scenario.NumbersAsync()).ShouldBe([1, 2]);
    }

    /// <summary>A centre with a programme and a course, and a connection of its own that stands in the way.</summary>
    private sealed class Scenario : IAsyncDisposable
    {
        private readonly TestDatabase _database;
        private readonly TestService _service;
        private readonly World _world;
        private readonly Guid _programmeId;
        private readonly NpgsqlConnection _own;
        private readonly NpgsqlConnection _watch;
        private NpgsqlTransaction? _transaction;

        private Scenario(
            TestDatabase database,
            TestService service,
            World world,
            Guid programmeId,
            NpgsqlConnection own,
            NpgsqlConnection watch
        ) =>
            (_database, _service, _world, _programmeId, _own, _watch) = (
                database,
                service,
                world,
                programmeId,
                own,
                watch
            );

        public static async Task<Scenario> PrepareAsync()
        {
            // The service looks for deadlocks after a moment of waiting, the connection of the test never.
            var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
            var service = TestService.StartOn(
                database,
                new Dictionary<string, string?>
                {
                    ["ConnectionStrings:MethodCenter"] = new NpgsqlConnectionStringBuilder(database.ConnectionString)
                    {
                        Options = "-c deadlock_timeout=50ms",
                    }.ToString(),
                }
            );
            var world = await World.CreateAsync(service);
            var programmeId = await world.ProgrammeAsync();
            var own = new NpgsqlConnection(database.ConnectionString);
            var watch = new NpgsqlConnection(database.ConnectionString);
            await own.OpenAsync(Cancel);
            await watch.OpenAsync(Cancel);
            var scenario = new Scenario(database, service, world, programmeId, own, watch);
            await scenario.ExecuteAsync("SET deadlock_timeout = '1h'");
            (await scenario.RegisterAsync()).Code.ShouldBe((int)HttpStatusCode.Created);
            return scenario;
        }

        public Task<Answer> RegisterAsync() => _world.Api.PostAsync("/courses", World.CourseBody(_programmeId));

        /// <summary>Registers a course whose programme is held; it waits by the time this returns.</summary>
        public async Task<Task<Answer>> RegisterBehindALockAsync()
        {
            _transaction = await _own.BeginTransactionAsync(Cancel);
            await ExecuteAsync("SELECT 1 FROM programmes FOR UPDATE");
            var registering = RegisterAsync();
            await UntilWaitingAsync(1, registering);
            return registering;
        }

        /// <summary>Lets nobody write a course until the connection is disposed.</summary>
        public async Task<NpgsqlConnection> CloseCoursesAsync()
        {
            var gate = new NpgsqlConnection(_database.ConnectionString);
            await gate.OpenAsync(Cancel);
            await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE courses IN SHARE ROW EXCLUSIVE MODE", gate);
            await command.ExecuteNonQueryAsync(Cancel);
            return gate;
        }

        /// <summary>Until so many connections wait for a lock.</summary>
        public Task UntilWaitingAsync(int connections, Task? mustNotEnd = null) =>
            Patience.UntilAsync(
                async () =>
                {
                    (mustNotEnd?.IsCompleted == true).ShouldBeFalse("it should wait for a lock");
                    return await WaitingAsync() >= connections;
                },
                $"{connections} wait for a lock",
                Cancel
            );

        public async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, _own);
            await command.ExecuteNonQueryAsync(Cancel);
        }

        public async Task EndConnectionsThatWaitAsync()
        {
            await using var command = new NpgsqlCommand(
                $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE {Waits}",
                _watch
            );
            Convert.ToInt32(await command.ExecuteScalarAsync(Cancel)).ShouldBe(1);
        }

        public Task EndAsync() => _transaction!.RollbackAsync(Cancel);

        /// <summary>Of the courses: a number that was taken by a request that failed is taken again.</summary>
        public async Task<IReadOnlyList<int>> NumbersAsync()
        {
            await using var command = new NpgsqlCommand("SELECT number FROM courses ORDER BY number", _watch);
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            var numbers = new List<int>();
            while (await reader.ReadAsync(Cancel))
            {
                var number = reader.GetValue(0).ToString()!;
                numbers.Add(int.Parse(number[(number.LastIndexOf('-') + 1)..]));
            }

            return numbers;
        }

        public async ValueTask DisposeAsync()
        {
            await _own.DisposeAsync();
            await _watch.DisposeAsync();
            await _service.DisposeAsync();
            await _database.DisposeAsync();
        }

        private const string Waits = "datname = current_database() AND wait_event_type = 'Lock'";

        private async Task<int> WaitingAsync()
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM pg_stat_activity WHERE {Waits}", _watch);
            return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel));
        }
    }
}
