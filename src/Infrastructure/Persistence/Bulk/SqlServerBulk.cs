using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Storage;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>SqlBulkCopy: the server's own way for many rows, one row in memory at a time.</summary>
internal static class SqlServerBulk
{
    private const int MostSeconds = 120;

    /// <summary>Writes rows into a table, in the transaction.</summary>
    internal delegate Task Copy(
        DbConnection connection,
        DbTransaction? transaction,
        string table,
        DbDataReader rows,
        CancellationToken cancellationToken
    );

    /// <summary>Exactly the given rows: what else the context tracks is not touched.</summary>
    public static async Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        Copy copy,
        CancellationToken cancellationToken
    )
    {
        await using var rows = new BulkReader(table, entities, centreId.ToByteArray(bigEndian: true));
        await copy(
            database.Database.GetDbConnection(),
            database.Database.CurrentTransaction?.GetDbTransaction(),
            table.Name,
            rows,
            cancellationToken
        );
    }

    public static async Task CopyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string table,
        DbDataReader rows,
        CancellationToken cancellationToken
    )
    {
        // Constraints are checked as an INSERT would check them; else the server would no longer trust them, nor use them.
        // No value is null by accident, so that a default of the table must not stand for it.
        using var bulk = new SqlBulkCopy(
            (SqlConnection)connection,
            SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.KeepNulls,
            (SqlTransaction?)transaction
        )
        {
            DestinationTableName = $"[{table}]",
            BatchSize = Slices.MostRows,
            EnableStreaming = true,
            BulkCopyTimeout = MostSeconds,
        };
        for (var place = 0; place < rows.FieldCount; place++)
        {
            bulk.ColumnMappings.Add(rows.GetName(place), rows.GetName(place));
        }

        await bulk.WriteToServerAsync(rows, cancellationToken);
    }
}
