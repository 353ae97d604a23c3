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
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private int _stopped;

    /// <remarks>The time that the host gives may be used up by then; a stop that took long needs this all the more.</remarks>
    public Task StoppedAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _stopped, 1) == 0 ? FoldAsync() : Task.CompletedTask; // a host may be stopped twice

    /// <summary>Brings the log into the file; what hinders it is told and does not end anything.</summary>
    public async Task FoldAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            await database.Database.OpenConnectionAsync(limit.Token);
            var connection = (SqliteConnection)database.Database.GetDbConnection();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            if (Convert.ToInt64(await checkpoint.ExecuteScalarAsync(limit.Token), null) == Hindered)
            {
                LogInUse(connection.DataSource);
            }
        }
        catch (Exception exception) when (exception is SqliteException or OperationCanceledException)
        {
            // The stop goes on; nothing is lost, the next start reads the log.
            LogFailed(exception.Message);
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
        Message = "The write-ahead log could not be brought into the database ({Reason}): copy it with the file"
    )]
    private partial void LogFailed(string reason);
}
