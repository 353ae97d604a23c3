using Microsoft.Extensions.Configuration;

namespace MethodCenter.Infrastructure;

/// <summary>Which database the service works on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string ConnectionName = "MethodCenter";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Transactions that may write at a time on a server; keep it below the size of the connection pool.</summary>
    public int MostWriters { get; set; } = 24;

    /// <exception cref="StartRefusedException">There is no such kind of database.</exception>
    public static DatabaseOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var named = section[nameof(Provider)];
        if (!string.IsNullOrEmpty(named) && !Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out _))
        {
            var known = string.Join(", ", Enum.GetNames<DatabaseProvider>());
            throw new StartRefusedException(
                $"Database:Provider не может быть «{named}». Возможные значения: {known}.",
                $"Database:Provider cannot be «{named}». Known values: {known}."
            );
        }

        return section.Get<DatabaseOptions>() ?? new DatabaseOptions();
    }

    /// <summary>The connection string; only SQLite, which is a file, has a default.</summary>
    /// <exception cref="StartRefusedException">A server is not named.</exception>
    public string ConnectionOf(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString(ConnectionName);
        return !string.IsNullOrWhiteSpace(connection) ? connection
            : Provider == DatabaseProvider.Sqlite ? "Data Source=data/methodcenter.db"
            : throw new StartRefusedException(
                $"Не задана строка подключения к базе данных {Provider}: ConnectionStrings:MethodCenter. Примеры — в docs/operations.md.",
                $"There is no connection string for the {Provider} database: ConnectionStrings:MethodCenter. See docs/operations.md."
            );
    }
}
