using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MethodCenter.DueFloor;

/// <summary>A connection with the little that differs between the databases.</summary>
internal sealed class Database(DbConnection connection) : IAsyncDisposable
{
    public bool IsPostgreSql => connection is NpgsqlConnection;

    public static async Task<Database> OpenAsync(string provider, string text)
    {
        DbConnection connection = provider == "Sqlite" ? new SqliteConnection(text) : new NpgsqlConnection(text);
        await connection.OpenAsync();
        return new Database(connection);
    }

    public async Task<List<object?[]>> ReadAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Own(value));
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        List<object?[]> rows = [];
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var place = 0; place < row.Length; place++)
            {
                row[place] = reader.IsDBNull(place) ? null : reader.GetValue(place);
            }

            rows.Add(row);
        }

        return rows;
    }

    public Task ExecuteAsync(string sql) => ReadAsync(sql);

    /// <summary>Writes rows as fast as the database takes them.</summary>
    public async Task WriteAsync(string table, string[] columns, IEnumerable<object?[]> rows)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        if (connection is NpgsqlConnection postgres)
        {
            await using var writer = await postgres.BeginBinaryImportAsync(
                $"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)"
            );
            foreach (var row in rows)
            {
                await writer.StartRowAsync();
                foreach (var value in row)
                {
                    if (value is null)
                    {
                        await writer.WriteNullAsync();
                    }
                    else
                    {
                        await writer.WriteAsync(value);
                    }
                }
            }

            await writer.CompleteAsync();
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var places = string.Join(", ", columns.Select((_, place) => $"@p{place}"));
        command.CommandText = $"INSERT INTO {table} ({names}) VALUES ({places})";
        var parameters = columns
            .Select(
                (_, place) =>
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"@p{place}";
                    command.Parameters.Add(parameter);
                    return parameter;
                }
            )
            .ToList();
        foreach (var row in rows)
        {
            for (var place = 0; place < row.Length; place++)
            {
                parameters[place].Value = row[place] is { } value ? Own(value) : DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>The service keeps ids in SQLite as bytes in the order of their text, days and numbers as text.</summary>
    private object Own(object value) =>
        connection is NpgsqlConnection
            ? value
            : value switch
            {
                Guid id => id.ToByteArray(bigEndian: true),
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                decimal number => number.ToString(CultureInfo.InvariantCulture),
                _ => value,
            };
}
