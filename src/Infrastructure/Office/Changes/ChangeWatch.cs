using MethodCenter.Application.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Waits at the signals of this process.</summary>
internal sealed class ChangeWatch(ChangeSignals signals, TimeProvider time) : IChangeWatch
{
    public async Task<(bool News, long Position)> WaitAsync(
        Guid centreId,
        long position,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var end = Task.Delay(limit, time, over.Token);
        while (true)
        {
            // Taken before the look, so that no change falls between the look and the wait.
            var pulse = signals.Pulse;
            var found = signals.Look(centreId, position);
            if (found.News || end.IsCompleted)
            {
                await over.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return found;
            }

            await Task.WhenAny(pulse, end);
        }
    }
}
