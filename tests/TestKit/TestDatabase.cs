using MethodCenter.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MethodCenter.TestKit;

/// <summary>An empty database of its own for one test or fixture; gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }

    public abstract string ConnectionString { get; }

    public abstract ValueTask DisposeAsync();

    /// <summary>A database of the kind; where the server is missing the test is skipped, in CI it fails.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new SqliteTestDatabase(),
            DatabaseProvider.PostgreSql => await PostgreSqlTestDatabase.CreateAsync(),
            _ => throw new NotSupportedException("There is no server for tests of SQL Server; see SqlServerSqlTests."),
        };
}

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"methodcenter-{Guid.NewGuid():N}.db");

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override string ConnectionString => $"Data Source={_file}";

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(part);
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>A new database on the server that <c>METHODCENTER_TEST_POSTGRES</c> names.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly string _server;
    private readonly string _name;

    private PostgreSqlTestDatabase(string server, string name) => (_server, _name) = (server, name);

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public override string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server) { Database = _name, MaxPoolSize = 40 }.ToString();

    public static async Task<PostgreSqlTestDatabase> CreateAsync()
    {
        var server = PostgreSqlServer.ConnectionString;
        var name = $"methodcenter_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new PostgreSqlTestDatabase(server, name);
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
