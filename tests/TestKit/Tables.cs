using System.Data.Common;
using System.Globalization;
using MethodCenter.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MethodCenter.TestKit;

/// <summary>Looks into a database past the service, as an auditor would.</summary>
public static class Tables
{
    /// <summary>Number of rows of every table but those that the workers write when they please.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountRowsAsync(this TestDatabase database)
    {
        var names = await database.QueryAsync(
            database.Provider == DatabaseProvider.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name"
        );
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name is not ("leases" or "webhook_deliveries")))
        {
            counts[name] = await database.CountAsync($"SELECT count(*) FROM \"{name}\"");
        }

        return counts;
    }

    /// <summary>Number of rows of one centre in every table that has a centre; see the method for the whole database.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountRowsAsync(this TestDatabase database, World world)
    {
        var names = await database.QueryAsync(
            database.Provider == DatabaseProvider.Sqlite
                ? "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'centre_id'"
                : "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'centre_id'"
        );
        var parts = names
            .Where(name => name is not ("leases" or "webhook_deliveries"))
            .Select(name => $"SELECT '{name} ' || count(*) FROM \"{name}\" WHERE {database.Of(world)}");
        var rows = await database.QueryAsync(string.Join(" UNION ALL ", parts));
        return new SortedDictionary<string, long>(
            rows.Select(row => row.Split(' '))
                .ToDictionary(pair => pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal
        );
    }

    /// <summary>The condition that a row is of this centre.</summary>
    /// <param name="database">The database, which says how ids are written.</param>
    /// <param name="world">The centre.</param>
    /// <param name="alias">Alias of the table in the statement.</param>
    public static string Of(this TestDatabase database, World world, string? alias = null) =>
        (alias is null ? "" : alias + ".")
        + "centre_id = "
        + (
            database.Provider == DatabaseProvider.Sqlite
                ? $"x'{Convert.ToHexString(world.CentreId.ToByteArray(bigEndian: true))}'"
                : $"'{world.CentreId}'"
        );

    public static async Task<long> CountAsync(this TestDatabase database, string sql) =>
        Convert.ToInt64((await database.QueryAsync(sql)).Single(), CultureInfo.InvariantCulture);

    /// <summary>First column of each row, as text.</summary>
    public static async Task<IReadOnlyList<string>> QueryAsync(this TestDatabase database, string sql)
    {
        await using DbConnection connection =
            database.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection(database.ConnectionString + ";Pooling=False")
                : new NpgsqlConnection(database.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return values;
    }
}
