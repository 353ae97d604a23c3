using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>Binary COPY.</summary>
internal static class PostgreSqlBulk
{
    public static async Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    )
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        object owner = centreId;
        var columns = table.Columns;
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        foreach (var entity in entities)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.Read(entity, owner) is { } value)
                {
                    await copy.WriteAsync(value, column.StoreType, cancellationToken);
                }
                else
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
