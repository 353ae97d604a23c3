using System.Collections.Frozen;
using System.Data;
using System.Text.RegularExpressions;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;

namespace MethodCenter.Infrastructure.Persistence.Providers.SqlServer;

/// <param name="copy">Writes rows into a table of an open connection.</param>
internal sealed partial class SqlServerDialect(SqlServerBulk.Copy copy) : IDatabaseDialect
{
    public static readonly SqlServerDialect Instance = new(SqlServerBulk.CopyAsync);
    public const string Collation = "Latin1_General_100_BIN2";
    private const string ReadSnapshots =
        "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int CannotOpenDatabase = 4060;

    // Errors of this severity and above end the connection: whatever was wrong, it was not the request.
    private const int ClosesConnection = 20;

    /// <summary>Failures that pass. SqlClient itself calls none of its exceptions transient.</summary>
    private static readonly FrozenSet<int> Outages = new[]
    {
        // Time-outs of a command or a connection, and what the network says.
        -2,
        -1,
        2,
        20,
        53,
        64,
        121,
        233,
        258,
        10053,
        10054,
        10060,
        10061,
        11001,
        17197,
        // The victim of a deadlock, a lock that was not given in time, no locks left, a snapshot that was overtaken.
        1205,
        1222,
        1204,
        1421,
        3960,
        // No memory, no thread, no session left.
        701,
        802,
        8645,
        8651,
        8628,
        10928,
        10929,
        17809,
        17830,
        // The session was ended, the server stops or pauses, the database is away or changes hands.
        596,
        904,
        921,
        922,
        942,
        976,
        978,
        979,
        982,
        983,
        3906,
        4060,
        4221,
        5120,
        6005,
        9001,
        17142,
        18401,
        // The same of Azure SQL.
        40143,
        40197,
        40501,
        40540,
        40613,
        42108,
        42109,
        49918,
        49919,
        49920,
    }.ToFrozenSet();

    public string Name => "SqlServer";

    // Not uniqueidentifier: that one is sorted by its last six bytes first, which of a version 7 id are the random ones.
    public string? IdType => "binary(16)";

    public string? KeyCollation => Collation;

    // The collation of a database is its administrator's choice and as a rule takes «а» for «А»; no figure may depend on it.
    public string? TextCollation => Collation;

    public string? HoldRow(string table) => $"SELECT 1 FROM {Held(table)} WHERE [id] = {{0}}";

    public string? HoldRows(string table, int count) =>
        $"SELECT 1 FROM {Held(table)} WHERE [id] IN ({IDatabaseDialect.Places(count)}) ORDER BY [id]";

    public string NextNumber =>
        """
            MERGE [numerators] WITH (HOLDLOCK) AS t
            USING (SELECT {0} AS [id], {1} AS [centre_id], {2} AS [sequence], {3} AS [count]) AS s
            ON t.[centre_id] = s.[centre_id] AND t.[sequence] = s.[sequence]
            WHEN MATCHED THEN UPDATE SET [last] = t.[last] + s.[count]
            WHEN NOT MATCHED THEN INSERT ([id], [centre_id], [sequence], [last])
                VALUES (s.[id], s.[centre_id], s.[sequence], s.[count])
            OUTPUT inserted.[last] AS [Value];
            """;

    // The ids are read first: an update that looks for them itself would wait for the rows of transactions under way. The
    // bound makes the read one of a single instant also where the database does not read from snapshots: of two rows of
    // one aggregate, the second is never seen without the first.
    public string SequenceChanges =>
        """
            SET NOCOUNT ON;
            DECLARE @bound bigint = (SELECT MAX([id]) FROM [changes] WHERE [position] IS NULL);
            DECLARE @batch TABLE ([id] bigint NOT NULL PRIMARY KEY, [place] bigint NOT NULL);
            INSERT INTO @batch ([id], [place])
                SELECT TOP ({1}) [id], ROW_NUMBER() OVER (ORDER BY [id])
                FROM [changes] WHERE [position] IS NULL AND [id] <= @bound ORDER BY [id];
            SET NOCOUNT OFF;
            UPDATE c SET [position] = {0} + b.[place]
            FROM [changes] AS c INNER JOIN @batch AS b ON b.[id] = c.[id];
            """;

    public object IdParameter(Guid id) =>
        new SqlParameter
        {
            SqlDbType = SqlDbType.Binary,
            Size = 16,
            Value = id.ToByteArray(bigEndian: true),
        };

    /// <remarks>A lock that is not had (a deadlock, a cancellation) is told by the answer and not by an error.</remarks>
    public string? HoldStart =>
        """
            DECLARE @outcome int;
            EXEC @outcome = sp_getapplock @Resource = 'methodcenter/start', @LockMode = 'Exclusive', @LockOwner = 'Session';
            IF @outcome < 0 THROW 50000, 'The lock methodcenter/start was not had.', 1;
            """;

    public string? ReleaseStart => "EXEC sp_releaseapplock @Resource = 'methodcenter/start', @LockOwner = 'Session'";

    public Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    ) => SqlServerBulk.InsertAsync(database, table, entities, centreId, copy, cancellationToken);

    public async Task<StartRefusedException?> FindUnfitAsync(DbContext database, CancellationToken cancellationToken)
    {
        var found = await database
            .Database.SqlQueryRaw<int>(
                """
                SELECT CAST([is_read_committed_snapshot_on] AS int) AS [Value]
                FROM [sys].[databases] WHERE [database_id] = DB_ID()
                """
            )
            .ToListAsync(cancellationToken);
        return found is [0]
            ? new StartRefusedException(
                $"Чтение в этой базе данных SQL Server ждёт записи. Выполните в ней один раз {ReadSnapshots} и запустите снова.",
                $"Readers of this SQL Server database wait for its writers. Run {ReadSnapshots} in it once and start again."
            )
            : null;
    }

    public bool IsMissing(Exception exception) => exception is SqlException { Number: CannotOpenDatabase };

    public bool IsOutage(Exception exception) =>
        exception is SqlException failure
        && (
            failure.Class >= ClosesConnection
            || failure.Errors.Cast<SqlError>().Any(error => Outages.Contains(error.Number))
        );

    // No room in the file, on the disk, or in the log; a database that is read-only; pages that cannot be read.
    public DatabaseFault? FindFault(Exception exception) =>
        (exception as SqlException)?.Number switch
        {
            1101 or 1105 or 9002 => DatabaseFault.Full,
            3906 => DatabaseFault.ReadOnly,
            823 or 824 or 825 => DatabaseFault.Damaged,
            _ => null,
        };

    public Task LookAfreshAsync(DbContext database, CancellationToken cancellationToken) => Task.CompletedTask;

    public UniqueViolation? FindUniqueViolation(Exception exception)
    {
        if (exception.GetBaseException() is not SqlException { Number: UniqueIndex or UniqueConstraint } violation)
        {
            return null;
        }

        var index = IndexName().Match(violation.Message);
        return new UniqueViolation(index.Success ? index.Value : null, null, []);
    }

    /// <summary>
    /// By the index that is the table: the server would else be free to lock the row of a narrower one, and two who hold
    /// the same row by two indexes do not meet.
    /// </summary>
    private static string Held(string table) => $"[{table}] WITH (UPDLOCK, ROWLOCK, INDEX([pk_{table}]))";

    [GeneratedRegex(@"\b(ux|pk)_[a-z0-9_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexName();
}
