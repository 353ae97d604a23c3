using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>One prepared statement, stepped row by row: the fastest way into SQLite.</summary>
internal static class SqliteBulk
{
    public static async Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    )
    {
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        var owner = centreId.ToByteArray(true);
        await using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
        var columns = table.Columns;
        var parameters = new SqliteParameter[columns.Length];
        for (var place = 0; place < columns.Length; place++)
        {
            parameters[place] = command.Parameters.Add(new SqliteParameter(Name(place), DBNull.Value));
        }

        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var values = string.Join(", ", parameters.Select(parameter => parameter.ParameterName));
#pragma warning disable CA2100 // Names of the model's own tables and columns.
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({values})";
#pragma warning restore CA2100
        await command.PrepareAsync(cancellationToken);
        foreach (var entity in entities)
        {
            for (var place = 0; place < columns.Length; place++)
            {
                parameters[place].Value = columns[place].Read(entity, owner) ?? DBNull.Value;
            }

            // SQLite works in this thread anyway; the asynchronous call would only wrap the same.
#pragma warning disable CA1849, MA0042
            command.ExecuteNonQuery();
#pragma warning restore CA1849, MA0042
        }
    }

    private static string Name(int place) => "$" + place.ToString(CultureInfo.InvariantCulture);
}
