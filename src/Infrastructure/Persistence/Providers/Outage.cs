using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MethodCenter.Infrastructure.Persistence.Providers.PostgreSql;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using MethodCenter.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MethodCenter.Infrastructure.Persistence.Providers;

/// <summary>
/// Transient failures: the database is unreachable or busy, or two transactions were in conflict. The same request may
/// succeed when it is repeated.
/// </summary>
public static class Outage
{
    private const string Mark = "MethodCenter.Outage";
    private static readonly IDatabaseDialect[] Dialects =
    [
        SqliteDialect.Instance,
        PostgreSqlDialect.Instance,
        SqlServerDialect.Instance,
    ];

    /// <summary>Marks what fails as a connection is opened.</summary>
    /// <remarks>
    /// No server, no free place in the pool, a refused sign-in: none of it is a matter of the request. Of an exhausted pool
    /// SqlClient says so in a general exception without a number, in the language of the request.
    /// </remarks>
    internal static IInterceptor Connections { get; } = new Opening();

    /// <summary>Whether the exception, or any that lies behind it, is such a failure: EF wraps twice.</summary>
    public static bool Is(Exception exception) =>
        Chain(exception)
            .Any(one =>
                one is TimeoutException and not RegexMatchTimeoutException
                || one is SocketException or DbException { IsTransient: true }
                || one.Data.Contains(Mark)
                || Array.Exists(Dialects, dialect => dialect.IsOutage(one))
                || (one is AggregateException several && several.InnerExceptions.Any(Is))
            );

    /// <summary>What somebody has to do something about; null: the failure passes by itself, or is none of the database.</summary>
    public static DatabaseFault? FaultOf(Exception exception) =>
        Chain(exception)
            .Select(one =>
                Dialects.Select(dialect => dialect.FindFault(one)).FirstOrDefault(fault => fault is not null)
            )
            .FirstOrDefault(fault => fault is not null);

    /// <summary>The cause in one line, for a log: type and number, never a text that may hold values; null: no outage.</summary>
    public static string? CauseOf(Exception exception)
    {
        if (FaultOf(exception) is null && !Is(exception))
        {
            return null;
        }

        var told = Chain(exception).FirstOrDefault(one => one is DbException or SocketException) ?? exception;
        var number = told switch
        {
            SqliteException { SqliteExtendedErrorCode: var code } => code.ToString(CultureInfo.InvariantCulture),
            SqlException { Number: var code } => code.ToString(CultureInfo.InvariantCulture),
            DbException { SqlState: { } state } => state,
            SocketException { SocketErrorCode: var code } => code.ToString(),
            _ => null,
        };
        var name = FaultOf(exception) is { } fault ? $"{fault}: {told.GetType().Name}" : told.GetType().Name;
        return number is null ? name : $"{name} {number}";
    }

    /// <summary>Whether a driver of a database, and not the code of the service, has thrown it.</summary>
    public static bool IsOfDriver(Exception exception) => Chain(exception).Any(one => one is DbException);

    /// <summary>The exception and those behind it.</summary>
    internal static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    private sealed class Opening : DbConnectionInterceptor
    {
        public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData)
        {
            eventData.Exception.Data[Mark] = true;
            SqliteDialect.NoteFile(connection, eventData.Exception);
        }

        public override Task ConnectionFailedAsync(
            DbConnection connection,
            ConnectionErrorEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionFailed(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
