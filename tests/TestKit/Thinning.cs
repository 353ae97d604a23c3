using System.Data.Common;
using System.Globalization;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.TestKit;

/// <summary>Makes a small database of a large one: a few rows of every table, with all they refer to and some of their parts.</summary>
public static class Thinning
{
    private const int SmallTable = 12;
    private const int Parts = 2;

    /// <summary>Of what these say, one row of each is kept: a state has columns and papers of its own.</summary>
    private static readonly string[] Telling = ["state", "status", "kind", "outcome", "mode", "type"];

    /// <param name="service">The service whose database is thinned; none of its workers may run.</param>
    /// <param name="rows">Rows that each large table keeps for its own sake.</param>
    public static async Task ThinAsync(this TestService service, int rows, CancellationToken cancellationToken)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await database.Database.OpenConnectionAsync(cancellationToken);
        var connection = database.Database.GetDbConnection();
        var tables = new Dictionary<ITable, List<Row>>();
        foreach (var table in database.Model.GetRelationalModel().Tables)
        {
            tables[table] = await ReadAsync(connection, table, cancellationToken);
        }

        Choose(tables, rows);
        var embedded = service.Database.Provider == DatabaseProvider.Sqlite;
        await ExecuteAsync(
            connection,
            embedded ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = 'replica'",
            cancellationToken
        );
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            foreach (var (table, known) in tables)
            {
                await DeleteAsync(transaction, table, known.Where(row => !row.Kept), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        if (embedded)
        {
            await ExecuteAsync(connection, "PRAGMA foreign_keys = ON", cancellationToken);
            await ExecuteAsync(connection, "VACUUM", cancellationToken);
        }
        else
        {
            await ExecuteAsync(connection, "SET session_replication_role = 'origin'", cancellationToken);
        }
    }

    /// <summary>The one file of a SQLite database that nobody has open any more: all of it stands there, or this fails.</summary>
    public static string WholeFileOf(TestDatabase database)
    {
        var sqlite = (SqliteTestDatabase)database;
        sqlite.Close();
        return sqlite.File;
    }

    private static void Choose(Dictionary<ITable, List<Row>> tables, int rows)
    {
        var indexes = new Dictionary<(ITable, string), ILookup<string, Row>>();
        var queue = new Queue<Row>();
        foreach (var known in tables.Values)
        {
            var step = known.Count <= SmallTable ? 1 : known.Count / rows;
            for (var place = 0; place < known.Count; place += step)
            {
                Keep(known[place]);
            }

            foreach (var row in known.DistinctBy(row => row.Key(ColumnsOf(row.Table))))
            {
                Keep(row);
            }
        }

        while (queue.TryDequeue(out var row))
        {
            foreach (var reference in row.Table.ForeignKeyConstraints)
            {
                var key = row.Key(reference.Columns);
                foreach (var target in Find(reference.PrincipalTable, reference.PrincipalColumns, key))
                {
                    Keep(target);
                }
            }

            foreach (
                var reference in row.Table.ReferencingForeignKeyConstraints.Where(one =>
                    one.OnDeleteAction == ReferentialAction.Cascade
                )
            )
            {
                var parts = Find(reference.Table, reference.Columns, row.Key(reference.PrincipalColumns));
                foreach (var part in parts.Take(Parts))
                {
                    Keep(part);
                }
            }
        }

        void Keep(Row row)
        {
            if (!row.Kept)
            {
                row.Kept = true;
                queue.Enqueue(row);
            }
        }

        IEnumerable<Row> Find(ITable table, IReadOnlyList<IColumn> columns, string key)
        {
            var names = (table, string.Join(',', columns.Select(column => column.Name)));
            return (indexes.GetValueOrDefault(names) ?? (indexes[names] = IndexOf(tables[table], columns)))[key];
        }
    }

    private static ILookup<string, Row> IndexOf(List<Row> rows, IReadOnlyList<IColumn> columns) =>
        rows.ToLookup(row => row.Key(columns));

    private static List<IColumn> ColumnsOf(ITable table) =>
        [.. table.Columns.Where(column => Telling.Contains(column.Name)).Cast<IColumn>()];

    private static async Task<List<Row>> ReadAsync(
        DbConnection connection,
        ITable table,
        CancellationToken cancellationToken
    )
    {
        var columns = table
            .PrimaryKey!.Columns.Concat(table.ForeignKeyConstraints.SelectMany(reference => reference.Columns))
            .Concat(table.ReferencingForeignKeyConstraints.SelectMany(reference => reference.PrincipalColumns))
            .Concat(ColumnsOf(table))
            .Distinct()
            .ToList();
        await using var command = connection.CreateCommand();
        var order = string.Join(", ", table.PrimaryKey.Columns.Select(column => $"\"{column.Name}\""));
        command.CommandText =
            $"SELECT {string.Join(", ", columns.Select(column => $"\"{column.Name}\""))} FROM \"{table.Name}\" ORDER BY {order}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new Dictionary<string, object>();
            for (var place = 0; place < columns.Count; place++)
            {
                values[columns[place].Name] = reader.GetValue(place);
            }

            rows.Add(new Row(table, values));
        }

        return rows;
    }

    private static async Task DeleteAsync(
        DbTransaction transaction,
        ITable table,
        IEnumerable<Row> rows,
        CancellationToken cancellationToken
    )
    {
        var keys = table.PrimaryKey!.Columns;
        var sql =
            $"DELETE FROM \"{table.Name}\" WHERE "
            + string.Join(" AND ", keys.Select((column, place) => $"\"{column.Name}\" = @p{place}"));
        foreach (var row in rows)
        {
            // One for each row: a command that the driver has prepared meanwhile keeps the parameters it was prepared with.
            await using var command = transaction.Connection!.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, sql);
            for (var place = 0; place < keys.Count; place++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"p{place}", row.Values[keys[place].Name]);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Row(ITable table, IReadOnlyDictionary<string, object> values)
    {
        public ITable Table => table;

        public IReadOnlyDictionary<string, object> Values => values;

        public bool Kept { get; set; }

        public string Key(IReadOnlyList<IColumn> columns) =>
            string.Join(
                '|',
                columns.Select(column =>
                    values[column.Name] switch
                    {
                        byte[] bytes => Convert.ToHexString(bytes),
                        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
                    }
                )
            );
    }
}
