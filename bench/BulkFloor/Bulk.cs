using System.Buffers;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MethodCenter.BulkFloor;

/// <summary>The bare work on one kind of database.</summary>
internal abstract class Bulk
{
    private const string StaffSql = """
        SELECT k.key, e.last_name, e.first_name, e.patronymic, e.education, e.teaching_since, o.code, p.code, m.kind, m.rate, m."from", m."to"
        FROM employees e
        JOIN employments m ON m.employee_id = e.id
        JOIN organisations o ON o.id = m.organisation_id
        JOIN positions p ON p.id = m.position_id
        LEFT JOIN external_keys k ON k.subject_id = e.id AND k.resource = 'employees' AND k.source = 'bench'
        ORDER BY e.name_key, e.id, m."from", m.id
        """;

    /// <summary>The tables that an import of employees fills; a referred table before those that refer to it.</summary>
    private static readonly string[] Tables = ["employees", "employments", "external_keys", "audit_entries", "changes"];

    public static Bulk Of(string provider) => provider == "Sqlite" ? new SqliteBulk() : new PostgreSqlBulk();

    /// <summary>Writes the rows of the source into the target in one transaction; what is read before is not timed.</summary>
    public async Task<TimeSpan> ImportAsync(string source, string target)
    {
        List<(string Table, string[] Columns, List<object?[]> Rows)> tables = [];
        await using (var from = await OpenAsync(source))
        {
            foreach (var table in Tables)
            {
                await using var command = from.CreateCommand();
                command.CommandText = $"SELECT * FROM {table}{Filter(table)}";
                await using var reader = await command.ExecuteReaderAsync();
                string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
                List<object?[]> rows = [];
                while (await reader.ReadAsync())
                {
                    var row = new object?[columns.Length];
                    for (var place = 0; place < row.Length; place++)
                    {
                        row[place] = reader.IsDBNull(place) ? null : reader.GetValue(place);
                    }

                    rows.Add(row);
                }

                tables.Add((table, columns, rows));
            }
        }

        await using var to = await OpenAsync(target);
        var started = Stopwatch.GetTimestamp();
        await using (var transaction = await to.BeginTransactionAsync())
        {
            foreach (var (table, columns, rows) in tables)
            {
                await WriteAsync(to, transaction, table, columns, rows);
            }

            await transaction.CommitAsync();
        }

        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Reads the staff list and writes it as CSV.</summary>
    public async Task<TimeSpan> ExportAsync(string source, string file)
    {
        var started = Stopwatch.GetTimestamp();
        await using (var connection = await OpenAsync(source))
        await using (var output = new StreamWriter(file, false, new UTF8Encoding(true), 64 * 1024))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = StaffSql;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var place = 0; place < reader.FieldCount; place++)
                {
                    if (place > 0)
                    {
                        output.Write(';');
                    }

                    if (!reader.IsDBNull(place))
                    {
                        Write(output, reader, place);
                    }
                }

                output.Write("\r\n");
            }
        }

        return Stopwatch.GetElapsedTime(started);
    }

    protected abstract Task<DbConnection> OpenAsync(string connection);

    protected abstract Task WriteAsync(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        string[] columns,
        List<object?[]> rows
    );

    /// <summary>Rows of the import alone: what was there before is in the target already.</summary>
    private static string Filter(string table) =>
        table switch
        {
            "audit_entries" => " WHERE subject = 'employee'",
            "changes" => " WHERE type = 'employees'",
            "external_keys" => " WHERE resource = 'employees'",
            _ => "",
        };

    private static void Write(StreamWriter output, DbDataReader reader, int place)
    {
        switch (reader.GetValue(place))
        {
            case DateTime day:
                output.Write(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                output.Write(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
                break;
            case string text when place is 5 or 10 or 11:
                output.Write(text.AsSpan(8, 2));
                output.Write('.');
                output.Write(text.AsSpan(5, 2));
                output.Write('.');
                output.Write(text.AsSpan(0, 4));
                break;
            case string text:
                output.Write(text);
                break;
            case var value:
                output.Write(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

/// <summary>A prepared statement in one transaction.</summary>
internal sealed class SqliteBulk : Bulk
{
    protected override async Task<DbConnection> OpenAsync(string connection)
    {
        var opened = new SqliteConnection(connection);
        await opened.OpenAsync();
        return opened;
    }

    protected override async Task WriteAsync(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        string[] columns,
        List<object?[]> rows
    )
    {
        await using var command = (SqliteCommand)connection.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        var parameters = columns
            .Select(
                (_, place) =>
                    command.Parameters.Add(
                        new SqliteParameter("$" + place.ToString(CultureInfo.InvariantCulture), DBNull.Value)
                    )
            )
            .ToArray();
        command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
        await command.PrepareAsync();
        foreach (var row in rows)
        {
            for (var place = 0; place < row.Length; place++)
            {
                parameters[place].Value = row[place] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}

/// <summary>Binary COPY.</summary>
internal sealed class PostgreSqlBulk : Bulk
{
    protected override async Task<DbConnection> OpenAsync(string connection)
    {
        var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        return opened;
    }

    protected override async Task WriteAsync(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        string[] columns,
        List<object?[]> rows
    )
    {
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                if (value is null)
                {
                    await copy.WriteNullAsync();
                }
                else if (value is DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } day)
                {
                    await copy.WriteAsync(DateOnly.FromDateTime(day), NpgsqlTypes.NpgsqlDbType.Date);
                }
                else
                {
                    await copy.WriteAsync(value);
                }
            }
        }

        await copy.CompleteAsync();
    }
}
