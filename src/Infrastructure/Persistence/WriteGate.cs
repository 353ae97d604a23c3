using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Lets in as many writers at a time as the database bears, first come, first served.</summary>
/// <remarks>
/// SQLite takes one. A server takes many, but each holds a connection: without a gate, hundreds of requests that wait
/// for one hot row (a course that just opened) would hold them all, and reads would starve.
/// </remarks>
/// <param name="writers">So many.</param>
/// <param name="file">The file of an embedded database, without which nobody is let in; null: it stands on a server.</param>
internal sealed class WriteGate(int writers, string? file) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(writers, writers);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (file is not null && !File.Exists(file))
        {
            throw new FileGoneException(file);
        }

        await _gate.WaitAsync(cancellationToken);
        return new Pass(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
