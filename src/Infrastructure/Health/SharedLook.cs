namespace MethodCenter.Infrastructure.Health;

/// <summary>What many ask and one finds out: shared while it goes on, and kept for a while after.</summary>
/// <remarks>The probe is open to everybody: what it costs must not grow with how often it is asked.</remarks>
/// <param name="kept">So long an answer stands, and a failure like it.</param>
/// <param name="time">By which it grows old.</param>
internal sealed class SharedLook<T>(TimeSpan kept, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Task<T>? _last;
    private long _endedAt;

    public Task<T> Ask(Func<Task<T>> find)
    {
        lock (_lock)
        {
            if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_endedAt) >= kept))
            {
                _last = Task.Run(() => FindAsync(find));
            }

            return _last;
        }
    }

    private async Task<T> FindAsync(Func<Task<T>> find)
    {
        try
        {
            return await find();
        }
        finally
        {
            _endedAt = time.GetTimestamp();
        }
    }
}
