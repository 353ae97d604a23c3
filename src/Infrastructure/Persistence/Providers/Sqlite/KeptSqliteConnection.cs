using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

#pragma warning disable EF1001 // The connection of the provider is the only place that knows when a context lets go of it.

/// <summary>A connection that stays open as long as its pooled context lives.</summary>
/// <remarks>
/// To open a connection costs a read by id a quarter of its time: each time the driver sets its pragmas and gives SQLite
/// the thirty functions of Entity Framework, and takes them back when it closes. A connection that waits holds no lock and
/// no snapshot, since all its statements are over; one that is first let go in the middle of a transaction is closed, and
/// later ones end with the transaction of Entity Framework, which the context disposes before it goes back to the pool. So
/// many at most are kept, that the page caches of a peak do not stay in memory for ever.
/// </remarks>
internal sealed class KeptSqliteConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder commands,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger
) : SqliteRelationalConnection(dependencies, commands, logger)
{
    private const int MostKept = 64;
    private static int s_kept;
    private bool _keeps;

    protected override DbConnection CreateDbConnection()
    {
        var connection = new PreparedSqliteConnection(GetValidatedConnectionString());
        Initialize(this, connection);
        return connection;
    }

    // The functions of Entity Framework, which the provider gives to the connections that it makes and to no others.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "InitializeDbConnection")]
    private static extern void Initialize(SqliteRelationalConnection provider, DbConnection connection);

    protected override void CloseDbConnection()
    {
        if (!Keep())
        {
            base.CloseDbConnection();
        }
    }

    protected override Task CloseDbConnectionAsync() => Keep() ? Task.CompletedTask : base.CloseDbConnectionAsync();

    protected override void DisposeDbConnection()
    {
        LetGo();
        base.DisposeDbConnection();
    }

    protected override ValueTask DisposeDbConnectionAsync()
    {
        LetGo();
        return base.DisposeDbConnectionAsync();
    }

    private bool Keep()
    {
        if (DbConnection is not SqliteConnection { Handle: { } handle } || raw.sqlite3_get_autocommit(handle) == 0)
        {
            LetGo();
            return false;
        }

        if (_keeps)
        {
            return true;
        }

        if (Interlocked.Increment(ref s_kept) > MostKept)
        {
            Interlocked.Decrement(ref s_kept);
            return false;
        }

        return _keeps = true;
    }

    private void LetGo()
    {
        if (_keeps)
        {
            _keeps = false;
            Interlocked.Decrement(ref s_kept);
        }
    }
}
