using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using MethodCenter.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>What an operator finds in the log of a service whose database is away.</summary>
public sealed class OutageLogTests
{
    private static readonly DbUpdateException Full = new("x", new SqliteException("secret value", 13));

    [Fact]
    public void An_outage_is_a_line_a_second_for_each_cause()
    {
        var (time, lines) = (new FakeTimeProvider(), new Lines());
        var log = new OutageLog(time);

        for (var failure = 0; failure < 100; failure++)
        {
            log.Tell(lines, Full, "POST /rooms failed");
        }

        log.Tell(lines, new PostgresException("x", "ERROR", "ERROR", "40P01"), "POST /rooms failed");
        time.Advance(TimeSpan.FromMilliseconds(999));
        log.Tell(lines, Full, "POST /rooms failed");
        time.Advance(TimeSpan.FromMilliseconds(1));
        log.Tell(lines, Full, "GET /rooms failed");

        lines.Written.ShouldBe([
            "POST /rooms failed. The database does not work: Full: SqliteException 13 (0 failures of this cause since the last line)",
            "POST /rooms failed. The database does not work: PostgresException 40P01 (0 failures of this cause since the last line)",
            "GET /rooms failed. The database does not work: Full: SqliteException 13 (100 failures of this cause since the last line)",
        ]);
        lines.Exceptions.ShouldBe(0, "its text may hold values, and its trace says nothing of a database");
    }

    [Fact]
    public void A_bug_is_told_whole_each_time()
    {
        var lines = new Lines();
        var log = new OutageLog(new FakeTimeProvider());

        log.Tell(lines, new InvalidOperationException("x"), "GET /rooms failed");
        log.Tell(lines, new InvalidOperationException("x"), "GET /rooms failed");

        lines.Written.ShouldBe(["GET /rooms failed", "GET /rooms failed"]);
        lines.Exceptions.ShouldBe(2);
    }

    [Theory]
    [InlineData(13, DatabaseFault.Full)]
    [InlineData(8, DatabaseFault.ReadOnly)]
    [InlineData(10, DatabaseFault.Damaged)]
    [InlineData(11, DatabaseFault.Damaged)]
    [InlineData(14, null)]
    [InlineData(26, DatabaseFault.Damaged)]
    [InlineData(5, null)]
    [InlineData(19, null)]
    public void SQLite_says_what_does_not_pass(int code, DatabaseFault? fault) =>
        Outage.FaultOf(new DbUpdateException("x", new SqliteException("x", code))).ShouldBe(fault);

    [Theory]
    [InlineData(8, 1032, DatabaseFault.Damaged)]
    [InlineData(10, 4874, DatabaseFault.Full)]
    public void SQLite_says_it_in_its_longer_codes_too(int code, int extended, DatabaseFault fault) =>
        Outage.FaultOf(new SqliteException("x", code, extended)).ShouldBe(fault);

    /// <summary>Whoever is told to restore a copy overwrites a database that is well.</summary>
    [Theory]
    [InlineData(14, 14)] // too many open files, or a share that is away
    [InlineData(10, 3082)] // no memory
    [InlineData(10, 3850)] // the lock of the file system
    [InlineData(10, 2826)]
    public void What_the_machine_cannot_give_now_is_an_outage_and_no_damage(int code, int extended)
    {
        var failure = new DbUpdateException("x", new SqliteException("x", code, extended));

        Outage.FaultOf(failure).ShouldBeNull();
        Outage.Is(failure).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, DatabaseFault.Damaged)]
    [InlineData(true, null)]
    public void A_file_is_lost_only_if_it_is_not_there(bool isThere, DatabaseFault? fault)
    {
        var place = isThere ? typeof(OutageLogTests).Assembly.Location : "/methodcenter/no-such.db";
        using var connection = new SqliteConnection($"Data Source={place}");
        var failure = new SqliteException("unable to open database file", 14);

        SqliteDialect.NoteFile(connection, failure);

        Outage.FaultOf(new DbUpdateException("x", failure)).ShouldBe(fault);
        Outage.Is(failure).ShouldBe(isThere);
    }

    [Theory]
    [InlineData("53100", DatabaseFault.Full)]
    [InlineData("25006", DatabaseFault.Standby)]
    [InlineData("58030", DatabaseFault.Damaged)]
    [InlineData("XX001", DatabaseFault.Damaged)]
    [InlineData("40P01", null)]
    public void PostgreSQL_says_what_does_not_pass(string code, DatabaseFault? fault) =>
        Outage.FaultOf(new DbUpdateException("x", new PostgresException("x", "E", "E", code))).ShouldBe(fault);

    [Theory]
    [InlineData(1105, DatabaseFault.Full)]
    [InlineData(9002, DatabaseFault.Full)]
    [InlineData(3906, DatabaseFault.ReadOnly)]
    [InlineData(824, DatabaseFault.Damaged)]
    [InlineData(1205, null)]
    public void SQL_Server_says_what_does_not_pass(int number, DatabaseFault? fault) =>
        Outage.FaultOf(new DbUpdateException("x", SqlFailures.Make(number, "x"))).ShouldBe(fault);

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public int Exceptions { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            Written.Add(formatter(state, exception));
            Exceptions += exception is null ? 0 : 1;
        }
    }
}
