namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>
/// Wakes those in this process who wait for changes; all that is announced here can also be read in the database.
/// </summary>
/// <remarks>
/// A reader takes <see cref="Pulse"/>, looks how far the feed has come, and waits for the pulse only if it has read so
/// far: in this order no change slips between the look and the wait. Nobody holds a connection while waiting.
/// </remarks>
internal sealed class ChangeSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, long> _lastOfCentre = [];
    private long? _floor;
    private long _last;
    private TaskCompletionSource _commit = New();
    private TaskCompletionSource _pulse = New();
    private TaskCompletionSource _queued = New();

    /// <summary>Ends with the next commit of this process. For the relay.</summary>
    public Task Commit => Volatile.Read(ref _commit).Task;

    /// <summary>Ends when the feed has moved on.</summary>
    public Task Pulse => Volatile.Read(ref _pulse).Task;

    /// <summary>Ends with the next commit of this process that has queued an operation. For the worker.</summary>
    public Task Queued => Volatile.Read(ref _queued).Task;

    /// <summary>The last position that this process knows of; null: it has not yet looked.</summary>
    public long? Last
    {
        get
        {
            lock (_gate)
            {
                return _floor is null ? null : _last;
            }
        }
    }

    /// <summary>This process has committed something.</summary>
    /// <param name="queued">Among it an operation that waits for a worker.</param>
    public void Committed(bool queued)
    {
        Interlocked.Exchange(ref _commit, New()).TrySetResult();
        if (queued)
        {
            Interlocked.Exchange(ref _queued, New()).TrySetResult();
        }
    }

    /// <summary>The feed has come to this position; since the last call, with changes of these centres.</summary>
    public void Advanced(long last, IEnumerable<Guid> centreIds)
    {
        lock (_gate)
        {
            // What lies before the first call is of all centres, as far as this process knows.
            _floor ??= last;
            _last = last;
            foreach (var centreId in centreIds)
            {
                _lastOfCentre[centreId] = last;
            }
        }

        Interlocked.Exchange(ref _pulse, New()).TrySetResult();
    }

    /// <summary>
    /// Is there anything of the centre behind the position? If not: how far one may go on without reading.
    /// </summary>
    public (bool News, long Position) Look(Guid centreId, long position)
    {
        lock (_gate)
        {
            var own = Math.Max(_lastOfCentre.GetValueOrDefault(centreId), _floor ?? 0);
            return own > position ? (true, position) : (false, Math.Max(position, _last));
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
