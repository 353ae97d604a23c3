using MethodCenter.Application.Office.Changes;
using MethodCenter.Infrastructure.Office.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.TestKit;

/// <summary>Knows how many readers wait for changes, so that a test can act at the moment when they do.</summary>
public sealed class Waits
{
    private readonly Lock _gate = new();
    private int _inside;
    private TaskCompletionSource _moved = New();

    /// <summary>Lets the readers of a service wait here.</summary>
    public void Watch(IServiceCollection services) =>
        services.AddSingleton<IChangeWatch>(provider => new Counted(
            ActivatorUtilities.CreateInstance<ChangeWatch>(provider),
            this
        ));

    /// <summary>Ends when so many wait.</summary>
    public async Task UntilAsync(int inside, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            lock (_gate)
            {
                if (_inside == inside)
                {
                    return;
                }

                moved = _moved.Task;
            }

            await moved.WaitAsync(TimeSpan.FromSeconds(90), cancellationToken);
        }
    }

    private void Move(int by)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            _inside += by;
            (moved, _moved) = (_moved, New());
        }

        moved.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Counted(ChangeWatch inner, Waits waits) : IChangeWatch
    {
        public async Task<(bool News, long Position)> WaitAsync(
            Guid centreId,
            long position,
            TimeSpan limit,
            CancellationToken cancellationToken
        )
        {
            waits.Move(1);
            try
            {
                return await inner.WaitAsync(centreId, position, limit, cancellationToken);
            }
            finally
            {
                waits.Move(-1);
            }
        }
    }
}
