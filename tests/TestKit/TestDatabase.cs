using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Demo;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MethodCenter.TestKit;

/// <summary>A database of its own for one test or fixture; gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }

    public abstract string ConnectionString { get; }

    public abstract ValueTask DisposeAsync();

    /// <summary>A database that is migrated and holds nothing else; where the server is missing the test is skipped, in CI it fails.</summary>
    /// <remarks>A copy of a template that each test assembly makes once: a test does not pay for the migrations.</remarks>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => SqliteTestDatabase.CopyOf(await Templates.SqliteAsync()),
            DatabaseProvider.PostgreSql => await PostgreSqlTestDatabase.CreateAsync(await Templates.PostgreSqlAsync()),
            _ => throw NoServer(),
        };

    /// <summary>A database without a table, for tests of the start itself.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new SqliteTestDatabase(),
            DatabaseProvider.PostgreSql => await PostgreSqlTestDatabase.CreateAsync(template: null),
            _ => throw NoServer(),
        };

    /// <summary>A copy of the demo, which each test assembly loads once; its workers have done what there was to do.</summary>
    public static async Task<TestDatabase> DemoAsync() => SqliteTestDatabase.CopyOf(await Templates.DemoAsync());

    /// <summary>
    /// A copy of the history of the demo, which each test assembly loads once: <see cref="GoOnWithDemoAsync"/> makes a demo of
    /// it in a fraction of the time, on whichever day.
    /// </summary>
    public static async Task<TestDatabase> DemoHistoryAsync() =>
        SqliteTestDatabase.CopyOf(await Templates.HistoryAsync());

    /// <summary>Makes the demo of its history, on the day of the service.</summary>
    public static Task GoOnWithDemoAsync(TestService service, CancellationToken cancellationToken) =>
        DemoData.ContinueAsync(service.Services, TestService.AdministratorKey, cancellationToken);

    /// <summary>A copy of it as a whole, while nobody works on it.</summary>
    public LaidAside BackUp()
    {
        var file = ((SqliteTestDatabase)this).File;
        ((SqliteTestDatabase)this).Close();
        return new LaidAside(file, System.IO.File.ReadAllBytes(file));
    }

    /// <summary>A copy that was laid aside.</summary>
    public sealed class LaidAside(string file, byte[] content)
    {
        /// <summary>What was written since is lost.</summary>
        public void Restore(TestDatabase database)
        {
            ((SqliteTestDatabase)database).Close();
            System.IO.File.WriteAllBytes(file, content);
        }
    }

    private static NotSupportedException NoServer() =>
        new("There is no server for tests of SQL Server; see SqlServerSqlTests.");
}

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"methodcenter-{Guid.NewGuid():N}.db");

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override string ConnectionString => $"Data Source={_file}";

    public string File => _file;

    public static SqliteTestDatabase CopyOf(string template)
    {
        var database = new SqliteTestDatabase();
        System.IO.File.Copy(template, database._file);
        return database;
    }

    /// <summary>Closes what is open on it, so that all of it stands in the one file.</summary>
    public void Close()
    {
        ClearPools();

        // A connection that somebody still holds keeps what was written last in the -wal file, which a copy would miss.
        using var last = new SqliteConnection($"{ConnectionString};Pooling=False");
        last.Open();
        using var checkpoint = last.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var answer = checkpoint.ExecuteReader();
        if (answer.Read() && answer.GetInt32(0) != 0)
        {
            throw new InvalidOperationException($"Somebody still reads {_file}: its copies would lack what came last.");
        }
    }

    private void ClearPools()
    {
        foreach (var text in new[] { ConnectionString, ProviderRegistration.ForSqlite(ConnectionString) })
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    public override ValueTask DisposeAsync()
    {
        ClearPools();
        foreach (var part in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            System.IO.File.Delete(part);
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>A new database on the server that <c>METHODCENTER_TEST_POSTGRES</c> names.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    /// <summary>The server copies a template for one at a time.</summary>
    private static readonly SemaphoreSlim Copying = new(1);

    private readonly string _server;

    private PostgreSqlTestDatabase(string server, string name) => (_server, Name) = (server, name);

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public string Name { get; }

    public override string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server) { Database = Name, MaxPoolSize = 40 }.ToString();

    public static async Task<PostgreSqlTestDatabase> CreateAsync(string? template)
    {
        var server = PostgreSqlServer.ConnectionString;
        var name = $"methodcenter_{Guid.NewGuid():N}";
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync(server, $"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"));
        }
        finally
        {
            Copying.Release();
        }

        return new PostgreSqlTestDatabase(server, name);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var text in new[] { ConnectionString, ProviderRegistration.ForPostgreSql(ConnectionString) })
        {
            await using var connection = new NpgsqlConnection(text);
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
