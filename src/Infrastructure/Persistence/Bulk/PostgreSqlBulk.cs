using Npgsql;
using NpgsqlTypes;

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
        NpgsqlDbType[] types = [.. columns.Select(column => TypeOf(column.StoreType))];
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        foreach (var entity in entities)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var place = 0; place < columns.Length; place++)
            {
                if (columns[place].Read(entity, owner) is { } value)
                {
                    await copy.WriteAsync(value, types[place], cancellationToken);
                }
                else
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static NpgsqlDbType TypeOf(string storeType) =>
        storeType switch
        {
            "uuid" => NpgsqlDbType.Uuid,
            "text" => NpgsqlDbType.Text,
            "character varying" => NpgsqlDbType.Varchar,
            "integer" => NpgsqlDbType.Integer,
            "bigint" => NpgsqlDbType.Bigint,
            "boolean" => NpgsqlDbType.Boolean,
            "date" => NpgsqlDbType.Date,
            "timestamp with time zone" => NpgsqlDbType.TimestampTz,
            "numeric" => NpgsqlDbType.Numeric,
            "double precision" => NpgsqlDbType.Double,
            "bytea" => NpgsqlDbType.Bytea,
            _ => throw new NotSupportedException($"A column of type {storeType} is not written in bulk."),
        };
}
