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
        var registering = await scenario.RegisterBehindALockAsync();

        // The request holds the numbers of courses and waits for the programme; now this one waits for the numbers.
        var waiting = scenario.ExecuteAsync("UPDATE numerators SET last = last");
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
        private readonly TestService _service;
        private readonly World _world;
        private readonly Guid _programmeId;
        private readonly NpgsqlConnection _own;
        private readonly NpgsqlConnection _watch;
        private NpgsqlTransaction? _transaction;

        private Scenario(
            TestService service,
            World world,
            Guid programmeId,
            NpgsqlConnection own,
            NpgsqlConnection watch
        ) => (_service, _world, _programmeId, _own, _watch) = (service, world, programmeId, own, watch);

        public static async Task<Scenario> PrepareAsync()
        {
            var service = await TestService.StartAsync(DatabaseProvider.PostgreSql);
            var world = await World.CreateAsync(service);
            var programmeId = await world.ProgrammeAsync();

            // The service looks for deadlocks after its second of waiting; this connection only much later, so that it
            // is never the victim.
            var own = new NpgsqlConnection(service.Database.ConnectionString);
            var watch = new NpgsqlConnection(service.Database.ConnectionString);
            await own.OpenAsync(Cancel);
            await watch.OpenAsync(Cancel);
            var scenario = new Scenario(service, world, programmeId, own, watch);
            await scenario.ExecuteAsync("SET deadlock_timeout = '60s'");
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
            while (await WaitingAsync() == 0)
            {
                registering.IsCompleted.ShouldBeFalse("it should wait for the programme");
                Cancel.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            return registering;
        }

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
        }

        private const string Waits = "datname = current_database() AND wait_event_type = 'Lock'";

        private async Task<int> WaitingAsync()
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM pg_stat_activity WHERE {Waits}", _watch);
            return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel));
        }
    }
}
