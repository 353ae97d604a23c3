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
}
