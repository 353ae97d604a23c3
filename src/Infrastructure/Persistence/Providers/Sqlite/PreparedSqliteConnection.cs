using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>A connection that keeps its commands prepared, by their text.</summary>
/// <remarks>
/// To prepare a statement (SQLite parses it, resolves every name and plans) takes longer than to run one that finds or
/// writes a row; Entity Framework makes a command for each execution and the driver prepares it anew. A kept statement is
/// reset when its reader is closed, so it holds neither a lock nor a snapshot; if the schema changes, SQLite prepares it again
/// by itself. With the connection they end.
/// </remarks>
internal sealed class PreparedSqliteConnection(string connection) : SqliteConnection(connection)
{
    /// <summary>Of one connection; some kilobytes each.</summary>
    internal const int MostKept = 48;

    // Longer ones are batches of many rows, of which no two are alike.
    private const int MostText = 8_000;

    private readonly Dictionary<string, KeptCommand> _kept = new(StringComparer.Ordinal);
    private long _uses;

    internal int Kept => _kept.Count;

    public override void Close()
    {
        // The base disposes of them.
        _kept.Clear();
        base.Close();
    }

    protected override DbCommand CreateDbCommand() => new PreparedSqliteCommand(this);

    /// <summary>The command of this text, prepared if it was run before and nobody else is reading by it.</summary>
    internal KeptCommand Take(string text)
    {
        if (_kept.TryGetValue(text, out var known) && !known.IsLent)
        {
            return Lend(known);
        }

        var command = Lend(new KeptCommand { Connection = this, CommandText = text });
        if (known is null && Keeps(text) && MakeRoom())
        {
            _kept.Add(text, command);
        }

        return command;
    }

    internal void Return(KeptCommand command)
    {
        command.IsLent = false;
        if (!IsKept(command) || command.IsReading)
        {
            Forget(command);
            command.Dispose();
            return;
        }

        // What was bound stays with the statement until the next execution binds anew.
        command.Parameters.Clear();
        command.Transaction = null;
    }

    /// <summary>Its text is about to be another one.</summary>
    internal void Forget(KeptCommand command)
    {
        if (IsKept(command))
        {
            _kept.Remove(command.CommandText);
        }
    }

    private KeptCommand Lend(KeptCommand command)
    {
        (command.IsLent, command.LastUse) = (true, ++_uses);
        (command.Transaction, command.CommandTimeout) = (Transaction, DefaultTimeout);
        return command;
    }

    private bool IsKept(KeptCommand command) =>
        _kept.TryGetValue(command.CommandText, out var known) && ReferenceEquals(known, command);

    /// <summary>Statements that read or write rows; what defines tables or sets up the connection comes once.</summary>
    private static bool Keeps(string text) =>
        text.Length <= MostText
        && (
            text.StartsWith("SELECT", StringComparison.Ordinal)
            || text.StartsWith("INSERT", StringComparison.Ordinal)
            || text.StartsWith("UPDATE", StringComparison.Ordinal)
            || text.StartsWith("DELETE", StringComparison.Ordinal)
            || text.StartsWith("WITH", StringComparison.Ordinal)
        );

    /// <summary>Drops the command that has waited longest; false: all are in use.</summary>
    private bool MakeRoom()
    {
        if (_kept.Count < MostKept)
        {
            return true;
        }

        var oldest = _kept.Values.Where(command => !command.IsLent).MinBy(command => command.LastUse);
        if (oldest is null)
        {
            return false;
        }

        _kept.Remove(oldest.CommandText);
        oldest.Dispose();
        return true;
    }
}

/// <summary>A command of the driver, whose statements outlive one execution.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    public bool IsLent { get; set; }

    public long LastUse { get; set; }

    public bool IsReading => DataReader is not null;
}

/// <summary>What its user takes for a new command: it lends one of the connection's when its text is known.</summary>
internal sealed class PreparedSqliteCommand(PreparedSqliteConnection connection) : DbCommand
{
    private KeptCommand? _lent;

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string CommandText
    {
        get => _lent?.CommandText ?? "";
        set
        {
            if (_lent is null)
            {
                _lent = connection.Take(value ?? "");
            }
            else if (!string.Equals(_lent.CommandText, value, StringComparison.Ordinal))
            {
                connection.Forget(_lent);
                _lent.CommandText = value;
            }
        }
    }

    public override int CommandTimeout
    {
        get => Lent.CommandTimeout;
        set => Lent.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => Lent.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set
        {
            if (!ReferenceEquals(value, connection))
            {
                throw new NotSupportedException("A command stays with the connection that has made it.");
            }
        }
    }

    protected override DbParameterCollection DbParameterCollection => Lent.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => Lent.Transaction;
        set => Lent.Transaction = (SqliteTransaction?)value;
    }

    private KeptCommand Lent => _lent ??= connection.Take("");

    public override void Prepare() => Lent.Prepare();

    public override void Cancel() => Lent.Cancel();

    public override int ExecuteNonQuery() => Lent.ExecuteNonQuery();

    public override object? ExecuteScalar() => Lent.ExecuteScalar();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Lent.ExecuteNonQueryAsync(cancellationToken);

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        Lent.ExecuteScalarAsync(cancellationToken);

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Lent.ExecuteReader(behavior);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(
        CommandBehavior behavior,
        CancellationToken cancellationToken
    ) => await Lent.ExecuteReaderAsync(behavior, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _lent is { } lent)
        {
            _lent = null;
            connection.Return(lent);
        }

        base.Dispose(disposing);
    }
}
