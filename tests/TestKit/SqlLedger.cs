using System.Collections.Concurrent;
using System.Data.Common;
using MethodCenter.Application.Common.Security;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MethodCenter.TestKit;

/// <summary>A command that a service sent to its database.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="CentreId">The centre for which it was sent; empty: before the caller was known, or for no centre.</param>
/// <param name="UseCase">The use case that ran.</param>
/// <param name="InRequest">Sent while a request was served, not by a worker.</param>
public sealed record SqlCommandSent(string Sql, Guid CentreId, string? UseCase, bool InRequest);

/// <summary>Writes down the SQL commands of a service for the tests that watch it; many may watch at once.</summary>
public sealed class SqlLedger : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<Watching, bool> _watching = new();
    private readonly HttpContextAccessor _requests = new();

    /// <summary>Begins to write down.</summary>
    /// <param name="which">Which commands; null: all.</param>
    public Watching Watch(Func<SqlCommandSent, bool>? which = null)
    {
        var watching = new Watching(this, which ?? (_ => true));
        _watching[watching] = true;
        return watching;
    }

    /// <summary>Begins to write down what is sent for one centre.</summary>
    public Watching Watch(World world) => Watch(sent => sent.CentreId == world.CentreId);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Note(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData);
        return new(result);
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command,
        DataReaderDisposingEventData eventData,
        InterceptionResult result
    )
    {
        var caller = (eventData.Context as MethodCenterDbContext)?.Caller;
        foreach (var watching in _watching.Keys)
        {
            watching.NoteReads(Sent(command, caller), eventData.ReadCount);
        }

        return result;
    }

    private void Note(DbCommand command, CommandEventData data)
    {
        if (_watching.IsEmpty)
        {
            return;
        }

        var caller = (data.Context as MethodCenterDbContext)?.Caller;
        foreach (var watching in _watching.Keys)
        {
            watching.Note(Sent(command, caller));
        }
    }

    private SqlCommandSent Sent(DbCommand command, Caller? caller) =>
        new(
            command.CommandText,
            caller?.Scope.CentreId ?? Guid.Empty,
            caller?.UseCase,
            _requests.HttpContext is not null
        );

    /// <summary>What one test watches, until it is disposed.</summary>
    public sealed class Watching : IDisposable
    {
        private readonly SqlLedger _ledger;
        private readonly Func<SqlCommandSent, bool> _which;
        private readonly ConcurrentQueue<SqlCommandSent> _sent = new();
        private readonly ConcurrentQueue<(SqlCommandSent Sent, int Count)> _read = new();

        internal Watching(SqlLedger ledger, Func<SqlCommandSent, bool> which) => (_ledger, _which) = (ledger, which);

        public IReadOnlyList<string> Commands => [.. _sent.Select(sent => sent.Sql)];

        public int Count => _sent.Count;

        /// <summary>Rows that commands have read, and the end of each as one more.</summary>
        public int ReadsOf(Func<SqlCommandSent, bool> which) =>
            _read.Where(read => which(read.Sent)).Sum(read => read.Count);

        public void Restart()
        {
            _sent.Clear();
            _read.Clear();
        }

        /// <summary>How many commands of a use case, and forgets all.</summary>
        public int Take(string useCase)
        {
            var count = _sent.Count(sent => sent.UseCase == useCase);
            Restart();
            return count;
        }

        public void Dispose() => _ledger._watching.TryRemove(this, out _);

        internal void Note(SqlCommandSent sent)
        {
            if (_which(sent))
            {
                _sent.Enqueue(sent);
            }
        }

        internal void NoteReads(SqlCommandSent sent, int count)
        {
            if (_which(sent))
            {
                _read.Enqueue((sent, count));
            }
        }
    }
}
