using System.Data.Common;
using System.Net;
using MethodCenter.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>What does not pass by itself is answered with what the operator does, and the probe says the same.</summary>
/// <remarks>Services of their own: each has a database that breaks.</remarks>
public sealed class StorageFaultTests
{
    private const int MostWrites = 2000;
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

    [Fact]
    public async Task A_file_that_is_deleted_while_the_service_runs_ends_all_writing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = TestService.StartOn(database);
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
        await using var service = TestService.StartOn(database);
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
        await using var service = TestService.StartOn(database, configure: services => services.RemoveWorkers());
        using var client = service.Client(key: null);
        await client.GetAsync("/health/ready");
        var before = await database.CountRowsAsync();
        var pages = await database.CountAsync("SELECT page_count FROM pragma_page_count()");

        for (var look = 0; look < 20; look++)
        {
            (await client.GetAsync("/health/ready")).Expect(HttpStatusCode.OK);
        }

        (await database.CountRowsAsync()).ShouldBe(before);
        (await database.CountAsync("SELECT page_count FROM pragma_page_count()")).ShouldBe(pages);

        // Somebody holds the only place of a writer: it is read, and not written in time.
        using (await service.Services.GetRequiredService<Infrastructure.Persistence.WriteGate>().EnterAsync(Cancel))
        {
            var busy = await client.GetAsync("/health/ready");
            busy.Code.ShouldBe(503);
            ((string)busy["database"]!).ShouldBe("busy");
            ((string)busy["message"]!).ShouldContain("запись не прошла");
        }
    }

    private static Task<TestService> StartAsync(Limits limits) =>
        TestService.StartAsync(
            configure: services =>
            {
                services.RemoveWorkers();
                services.AddSingleton<IInterceptor>(limits);
            }
        );

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

    private static async Task ShouldSayAsync(World world, string state, string advice)
    {
        var health = await world.Api.GetAsync("/health/ready");
        health.Code.ShouldBe(503, health.Text);
        ((bool)health["ready"]!).ShouldBeFalse();
        ((string)health["database"]!).ShouldBe(state);
        ((string)health["message"]!).ShouldContain(advice);
        (await world.Api.GetAsync("/health/live")).Expect(HttpStatusCode.OK);
    }

    private static async Task ShouldBeReadyAsync(World world)
    {
        var health = (await world.Api.GetAsync("/health/ready")).Expect(HttpStatusCode.OK);
        ((string)health["database"]!).ShouldBe("ok");
        health["message"].ShouldBeNull();
    }

    /// <summary>Sets up the connection of each transaction anew, as the disk or the rights of the file would.</summary>
    private sealed class Limits : DbTransactionInterceptor
    {
        public string? Sql { get; set; }

        public override DbTransaction TransactionStarted(
            DbConnection connection,
            TransactionEndEventData eventData,
            DbTransaction result
        )
        {
            Set(connection);
            return result;
        }

        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection,
            TransactionEndEventData eventData,
            DbTransaction result,
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
}
