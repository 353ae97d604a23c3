using System.Collections.Frozen;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Npgsql;

namespace MethodCenter.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlMethodCenterContext(DbContextOptions<PostgreSqlMethodCenterContext> options)
    : MethodCenterDbContext(options)
{
    public override IDatabaseDialect Dialect => PostgreSqlDialect.Instance;
}

internal sealed class PostgreSqlDialect : IDatabaseDialect
{
    public static readonly PostgreSqlDialect Instance = new();

    private const string IdleInTransaction = "25P03";
    private static readonly FrozenSet<string> Outages = new[]
    {
        PostgresErrorCodes.SerializationFailure,
        PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.LockNotAvailable,
        PostgresErrorCodes.QueryCanceled,
        PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
        IdleInTransaction,
        PostgresErrorCodes.ReadOnlySqlTransaction,
    }.ToFrozenSet(StringComparer.Ordinal);

    public string Name => "PostgreSql";

    public string? IdType => null;

    public string? KeyCollation => "C";

    // Whatever the collation of the database: only the same bytes are equal. What is sorted has a key.
    public string? TextCollation => null;

    public string? HoldRow(string table) => $"SELECT 1 FROM {table} WHERE id = {{0}} FOR UPDATE";

    public string? HoldRows(string table, int count) =>
        $"SELECT 1 FROM {table} WHERE id IN ({IDatabaseDialect.Places(count)}) ORDER BY id FOR UPDATE";

    public string NextNumber =>
        """
            INSERT INTO numerators (id, centre_id, sequence, last) VALUES ({0}, {1}, {2}, {3})
            ON CONFLICT (centre_id, sequence) DO UPDATE SET last = numerators.last + excluded.last
            RETURNING last AS "Value"
            """;

    public string SequenceChanges =>
        """
            WITH batch AS (
                SELECT id, row_number() OVER (ORDER BY id) AS place
                FROM (SELECT id FROM changes WHERE position IS NULL ORDER BY id LIMIT {1}) AS waiting
            )
            UPDATE changes SET position = {0} + batch.place
            FROM batch WHERE changes.id = batch.id AND changes.position IS NULL
            """;

    public object IdParameter(Guid id) => id;

    public string? HoldStart => "SELECT pg_advisory_lock(hashtextextended('methodcenter/start', 0))";

    public string? ReleaseStart => "SELECT pg_advisory_unlock(hashtextextended('methodcenter/start', 0))";

    public Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    ) => PostgreSqlBulk.InsertAsync(database, table, entities, centreId, cancellationToken);

    // Readers never wait for writers.
    public Task<StartRefusedException?> FindUnfitAsync(DbContext database, CancellationToken cancellationToken) =>
        Task.FromResult<StartRefusedException?>(null);

    public bool IsMissing(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    // Its own word holds for deadlocks, locks, resources, shutdowns, broken connections and the exhausted pool; what the
    // server breaks off by its own limit of time, it calls cancelled.
    public bool IsOutage(Exception exception) =>
        exception is NpgsqlException { IsTransient: true }
        || exception is PostgresException failure && Outages.Contains(failure.SqlState);

    public DatabaseFault? FindFault(Exception exception) =>
        (exception as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.DiskFull => DatabaseFault.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.Standby,
            PostgresErrorCodes.IoError or PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
                DatabaseFault.Damaged,
            _ => null,
        };

    public Task LookAfreshAsync(DbContext database, CancellationToken cancellationToken) => Task.CompletedTask;

    public UniqueViolation? FindUniqueViolation(Exception exception) =>
        exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation
            ? new UniqueViolation(violation.ConstraintName, violation.TableName, [])
            : null;
}
