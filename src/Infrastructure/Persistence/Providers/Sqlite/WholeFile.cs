using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>When the service has stopped, the database is one file: what stood in its write-ahead log is brought into it.</summary>
/// <remarks>
/// Connections are kept open (<see cref="KeptSqliteConnection"/>), so none of them is the last to close, which would do
/// this by itself; an operator who stops the service and copies the file would lose what was written last. The connection is
/// its own: the container may be gone by then.
/// </remarks>
internal sealed partial class WholeFile : IHostedLifecycleService
{
    /// <summary>Of the answer to the checkpoint: a reader of another process kept it from ending.</summary>
    private const int Hindered = 1;
    private const int Patience = 10;

    private readonly string _connection;
    private readonly ILogger<WholeFile> _logger;
    private readonly Lazy<Task> _folded;

    public WholeFile(string connection, ILogger<WholeFile> logger)
    {
        var own = new SqliteConnectionStringBuilder(connection)
        {
            Mode = SqliteOpenMode.ReadWrite, // what is not there is not made
            Pooling = false,
            DefaultTimeout = Patience,
        };
        (_connection, _logger, _folded) = (own.ToString(), logger, new Lazy<Task>(() => Task.Run(Fold)));
    }

    /// <summary>Where it lies.</summary>
    public string File => new SqliteConnectionStringBuilder(_connection).DataSource;

    /// <remarks>A host may be stopped twice, by two at once: both wait for the same end.</remarks>
    public Task StoppedAsync(CancellationToken cancellationToken) => FoldAsync();

    /// <summary>Brings the log into the file; what hinders it is told and does not end anything.</summary>
    public Task FoldAsync() => _folded.Value;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Fold()
    {
        try
        {
            using var connection = new SqliteConnection(_connection);
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            if (Convert.ToInt64(checkpoint.ExecuteScalar(), null) == Hindered)
            {
                LogInUse(connection.DataSource);
            }
        }
        catch (SqliteException exception)
        {
            // The stop goes on; nothing is lost, the next start reads the log.
            LogFailed(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another process uses {File}: copy it with its -wal file")]
    private partial void LogInUse(string file);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The write-ahead log could not be brought into the database ({Reason}): copy it with the file"
    )]
    private partial void LogFailed(string reason);
}
