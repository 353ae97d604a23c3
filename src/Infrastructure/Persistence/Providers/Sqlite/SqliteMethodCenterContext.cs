using System.Data.Common;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.Data.Sqlite;

namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>The model on SQLite, the embedded default.</summary>
public sealed class SqliteMethodCenterContext(DbContextOptions<SqliteMethodCenterContext> options)
    : MethodCenterDbContext(options)
{
    public override IDatabaseDialect Dialect => SqliteDialect.Instance;
}

internal sealed class SqliteDialect : IDatabaseDialect
{
    public static readonly SqliteDialect Instance = new();
    private const int UniqueConstraint = 2067;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int PrimaryKeyConstraint = 1555;

    // https://www.sqlite.org/rescode.html
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int Moved = 1032;

    // The index of the write-ahead log could not grow.
    private const int NoRoomToShare = 4874;

    /// <summary>Marks what fails as a file is opened that is not there.</summary>
    private const string NoFile = "MethodCenter.NoFile";

    // What the machine cannot give now (memory, a lock of the file system), not what the disk has lost: NOMEM, BLOCKED,
    // RDLOCK, UNLOCK, CHECKRESERVEDLOCK, LOCK, SHMLOCK, SHMMAP.
    private static readonly int[] Passing = [3082, 2826, 2314, 2058, 3594, 3850, 5130, 5386];

    public string Name => "Sqlite";

    public string? IdType => "BLOB";

    public string? KeyCollation => null;

    public string? TextCollation => null;

    // A write transaction begins as IMMEDIATE and holds the whole database, so the row is held already.
    public string? HoldRow(string table) => null;

    public string? HoldRows(string table, int count) => null;

    public string NextNumber =>
        """
            INSERT INTO numerators (id, centre_id, sequence, last) VALUES ({0}, {1}, {2}, {3})
            ON CONFLICT (centre_id, sequence) DO UPDATE SET last = numerators.last + excluded.last
            RETURNING last AS "Value"
            """;

    // No further condition on the table: SQLite would rather go through all that waits, for each row of the batch.
    public string SequenceChanges =>
        """
            WITH batch AS (
                SELECT id, row_number() OVER (ORDER BY id) AS place
                FROM (SELECT id FROM changes WHERE position IS NULL ORDER BY id LIMIT {1}) AS waiting
            )
            UPDATE changes SET position = {0} + batch.place
            FROM batch WHERE changes.id = batch.id
            """;

    public object IdParameter(Guid id) => id.ToByteArray(true);

    // The file has one service; migrations have a lock of their own.
    public string? HoldStart => null;

    public string? ReleaseStart => null;

    public Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    ) => SqliteBulk.InsertAsync(database, table, entities, centreId, cancellationToken);

    public Task<StartRefusedException?> FindUnfitAsync(DbContext database, CancellationToken cancellationToken) =>
        Task.FromResult<StartRefusedException?>(null);

    // The file is made at the first opening.
    public bool IsMissing(Exception exception) => false;

    public bool IsOutage(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked }
        || (Passes(exception) && !LacksFile(exception));

    public DatabaseFault? FindFault(Exception exception) =>
        exception switch
        {
            FileGoneException or SqliteException { SqliteExtendedErrorCode: Moved } => DatabaseFault.Damaged,
            SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: NoRoomToShare } =>
                DatabaseFault.Full,
            SqliteException { SqliteErrorCode: ReadOnly } => DatabaseFault.ReadOnly,
            SqliteException when LacksFile(exception) => DatabaseFault.Damaged,
            SqliteException when Passes(exception) => null,
            SqliteException { SqliteErrorCode: InputOutput or Corrupt or NotADatabase } => DatabaseFault.Damaged,
            _ => null,
        };

    /// <summary>Notes whether there is a file, of what has failed at its opening.</summary>
    public static void NoteFile(DbConnection connection, Exception exception)
    {
        if (connection is SqliteConnection && !File.Exists(connection.DataSource))
        {
            exception.Data[NoFile] = true;
        }
    }

    private static bool LacksFile(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: CannotOpen } && exception.Data.Contains(NoFile);

    /// <summary>A file that cannot be opened is not lost: too many may be open, or the share it lies on be busy.</summary>
    private static bool Passes(Exception exception) =>
        exception is SqliteException failure
        && (failure.SqliteErrorCode == CannotOpen || Passing.Contains(failure.SqliteExtendedErrorCode));

    /// <summary>Opens the file anew: a connection that is kept has its pages in memory, and the file by no name.</summary>
    public async Task LookAfreshAsync(DbContext database, CancellationToken cancellationToken)
    {
        var afresh = new SqliteConnectionStringBuilder(database.Database.GetConnectionString()) { Pooling = false };
        if (!File.Exists(afresh.DataSource))
        {
            throw new FileGoneException(afresh.DataSource);
        }

        await using var connection = new SqliteConnection(afresh.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public UniqueViolation? FindUniqueViolation(Exception exception)
    {
        if (
            exception.GetBaseException()
            is not SqliteException { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint } violation
        )
        {
            return null;
        }

        // SQLite names the columns, not the index: «UNIQUE constraint failed: courses.centre_id, courses.number».
        var message = violation.Message;
        var start = message.LastIndexOf(": ", StringComparison.Ordinal) + 2;
        var columns = message[start..].TrimEnd('.', '\'').Split(", ").Select(column => column.Split('.')).ToList();
        return new UniqueViolation(null, columns[0][0], [.. columns.Select(column => column[^1])]);
    }
}
