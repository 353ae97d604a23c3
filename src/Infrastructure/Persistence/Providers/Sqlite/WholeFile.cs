using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>When the service has stopped, the database is one file: what stood in its write-ahead log is brought into it.</summary>
/// <remarks>
/// Connections are kept open (<see cref="KeptSqliteConnection"/>), so none of them is the last to close, which would do
/// this by itself; an operator who stops the service and copies the file would lose what was written last.
/// </remarks>
internal sealed partial class WholeFile(IServiceScopeFactory scopes, ILogger<WholeFile> logger)
    : IHostedLifecycleService
{
    /// <summary>Of the answer to the checkpoint: a reader of another process kept it from ending.</summary>
    private const int Hindered = 1;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            await database.Database.OpenConnectionAsync(cancellationToken);
            var connection = (SqliteConnection)database.Database.GetDbConnection();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            if (Convert.ToInt64(await checkpoint.ExecuteScalarAsync(cancellationToken), null) == Hindered)
            {
                LogInUse(connection.DataSource);
            }
        }
        catch (SqliteException exception)
        {
            // The stop goes on; nothing is lost, the next start reads the log.
            LogFailed(exception.SqliteErrorCode);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another process uses {File}: copy it with its -wal file")]
    private partial void LogInUse(string file);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The write-ahead log could not be brought into the database (SQLite {Code}): copy it with the file"
    )]
    private partial void LogFailed(int code);
}
