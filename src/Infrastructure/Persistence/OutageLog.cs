using System.Collections.Concurrent;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Writes failures down: a bug whole each time, an outage of the database in a line a second for each cause.</summary>
/// <remarks>
/// Every request and every worker fails while a database is away; what is needed of it in a log is that, since when, and
/// why.
/// </remarks>
public sealed partial class OutageLog(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Told> _causes = new(StringComparer.Ordinal);

    /// <param name="logger">Of the class that was at work.</param>
    /// <param name="exception">What has ended the work.</param>
    /// <param name="what">What did not come about, in a sentence without values.</param>
    public void Tell(ILogger logger, Exception exception, string? what)
    {
        if (Outage.CauseOf(exception) is not { } cause)
        {
            Failed(logger, exception, what);
        }
        else if (MayTell(cause) is { } left)
        {
            Unavailable(logger, what, cause, left);
        }
    }

    /// <summary>How many were left out since the last line of this cause; null: this one is left out too.</summary>
    private int? MayTell(string cause)
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{What}")]
    private static partial void Failed(ILogger logger, Exception exception, string? what);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{What}. The database does not work: {Cause} ({Left} failures of this cause since the last line)"
    )]
    private static partial void Unavailable(ILogger logger, string? what, string cause, int left);
}
