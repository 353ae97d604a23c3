using System.Collections.Concurrent;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Says of each cause of an outage how often it may be written down: a line a second.</summary>
/// <remarks>Every request fails while a database is away; what is needed of it in a log is that, since when, and why.</remarks>
public sealed class OutageLog(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Told> _causes = new(StringComparer.Ordinal);

    /// <summary>How many were left out since the last line of this cause; null: this one is left out too.</summary>
    public int? MayTell(string cause)
    {
        var told = _causes.GetOrAdd(cause, static _ => new Told());
        lock (told)
        {
            var now = time.GetTimestamp();
            if (told.At is { } at && time.GetElapsedTime(at, now) < Pause)
            {
                told.Left++;
                return null;
            }

            var left = told.Left;
            (told.At, told.Left) = (now, 0);
            return left;
        }
    }

    private sealed class Told
    {
        public long? At { get; set; }

        public int Left { get; set; }
    }
}
