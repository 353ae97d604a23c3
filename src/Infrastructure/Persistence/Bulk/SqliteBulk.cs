using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>One prepared statement, stepped row by row: the fastest way into SQLite.</summary>
/// <remarks>
/// By the engine's own calls, since the command of ADO.NET looks up each parameter by its name for each row. The values
/// are written as that command writes them; a test holds both against each other.
/// </remarks>
internal static class SqliteBulk
{
    private const string DecimalFormat = "0.0###########################";
    private const string InstantFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private const string DayFormat = "yyyy-MM-dd";
    private const int MostText = 256;

    public static Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    )
    {
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        var handle = connection.Handle!;
        var owner = centreId.ToByteArray(true);
        var columns = table.Columns;
        Check(raw.sqlite3_prepare_v2(handle, Sql(table), out var statement), handle);
        using (statement)
        {
            foreach (var entity in entities)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var place = 0; place < columns.Length; place++)
                {
                    Check(Bind(statement, place + 1, columns[place].Read(entity, owner)), handle);
                }

                var step = raw.sqlite3_step(statement);
                if (step != raw.SQLITE_DONE)
                {
                    SqliteException.ThrowExceptionForRC(step, handle);
                }

                Check(raw.sqlite3_reset(statement), handle);
            }
        }

        return Task.CompletedTask;
    }

    private static string Sql(BulkTable table)
    {
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        var places = string.Join(", ", table.Columns.Select(_ => "?"));
        return $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({places})";
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            string { Length: > MostText } text => raw.sqlite3_bind_text(statement, place, text),
            string text => BindShort(statement, place, text),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
            DateOnly day => BindFormatted(statement, place, day, DayFormat),
            DateTime instant => BindFormatted(statement, place, instant, InstantFormat),
            decimal number => BindFormatted(statement, place, number, DecimalFormat),
            double number => raw.sqlite3_bind_double(statement, place, number),
            _ => throw new NotSupportedException($"A column of type {value.GetType().Name} is not written in bulk."),
        };

    /// <summary>Without a string of its own for the engine's encoding.</summary>
    private static int BindShort(sqlite3_stmt statement, int place, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[MostText * 3];
        var length = System.Text.Encoding.UTF8.GetBytes(text, bytes);
        return raw.sqlite3_bind_text(statement, place, bytes[..length]);
    }

    private static int BindFormatted<T>(sqlite3_stmt statement, int place, T value, string format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> bytes = stackalloc byte[64];
        return value.TryFormat(bytes, out var length, format, CultureInfo.InvariantCulture)
            ? raw.sqlite3_bind_text(statement, place, bytes[..length])
            : throw new NotSupportedException("A value is longer than it can be.");
    }

    private static void Check(int result, sqlite3 handle)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, handle);
        }
    }
}
