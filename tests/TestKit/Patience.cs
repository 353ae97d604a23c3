namespace MethodCenter.TestKit;

/// <summary>Waits for what is to happen soon, and no longer than that: whoever waits in vain says so.</summary>
public static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Ends when the condition holds.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="what">What is waited for, named when it does not happen.</param>
    /// <param name="cancellationToken">Ends the wait before its limit.</param>
    public static async Task UntilAsync(
        Func<Task<bool>> condition,
        string what,
        CancellationToken cancellationToken = default
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Limit)
            {
                throw new TimeoutException($"Within {Limit.TotalSeconds} s it did not happen: {what}.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <inheritdoc cref="UntilAsync(Func{Task{bool}}, string, CancellationToken)"/>
    public static Task UntilAsync(Func<bool> condition, string what, CancellationToken cancellationToken = default) =>
        UntilAsync(() => Task.FromResult(condition()), what, cancellationToken);
}
