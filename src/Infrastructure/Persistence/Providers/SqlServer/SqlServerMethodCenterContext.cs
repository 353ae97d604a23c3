using System.Text.RegularExpressions;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;

namespace MethodCenter.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerMethodCenterContext(DbContextOptions<SqlServerMethodCenterContext> options)
    : MethodCenterDbContext(options)
{
    public override IDatabaseDialect Dialect => SqlServerDialect.Instance;
}

internal sealed partial class SqlServerDialect : IDatabaseDialect
{
    public static readonly SqlServerDialect Instance = new();
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    public string Name => "SqlServer";

    public bool StoresGuidsAsBytes => false;

    public string? BinaryCollation => "Latin1_General_100_BIN2";

    public string? HoldRow(string table) => $"SELECT 1 FROM [{table}] WITH (UPDLOCK, ROWLOCK) WHERE [id] = {{0}}";

    public string? HoldRows(string table, int count) =>
        $"SELECT 1 FROM [{table}] WITH (UPDLOCK, ROWLOCK) WHERE [id] IN ({IDatabaseDialect.Places(count)}) ORDER BY [id]";

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

    public object IdParameter(Guid id) => id;

    public string? HoldStart =>
        "EXEC sp_getapplock @Resource = 'methodcenter/start', @LockMode = 'Exclusive', @LockOwner = 'Session'";

    public string? ReleaseStart => "EXEC sp_releaseapplock @Resource = 'methodcenter/start', @LockOwner = 'Session'";

    public async Task<bool> TryLockAsync(DbContext database, string name, CancellationToken cancellationToken)
    {
        var outcome = await database
            .Database.SqlQueryRaw<int>(
                """
                DECLARE @outcome int;
                EXEC @outcome = sp_getapplock @Resource = {0}, @LockMode = 'Exclusive', @LockTimeout = 0;
                SELECT @outcome AS [Value];
                """,
                name
            )
            .ToListAsync(cancellationToken);
        return outcome[0] >= 0;
    }

    public Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    ) => TrackedBulk.InsertAsync(database, entities, centreId, cancellationToken);

    public UniqueViolation? FindUniqueViolation(Exception exception)
    {
        if (exception.GetBaseException() is not SqlException { Number: UniqueIndex or UniqueConstraint } violation)
        {
            return null;
        }

        var index = IndexName().Match(violation.Message);
        return new UniqueViolation(index.Success ? index.Value : null, null, []);
    }

    [GeneratedRegex(@"\b(ux|pk)_[a-z0-9_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexName();
}
