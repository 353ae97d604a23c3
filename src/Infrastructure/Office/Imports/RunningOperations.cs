using System.Collections.Concurrent;
using MethodCenter.Application.Office.Imports;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>The operations that this process works on.</summary>
internal sealed class RunningOperations : IRunningOperations
{
    private readonly ConcurrentDictionary<Guid, Run> _runs = new();

    public RunningProgress? Find(Guid operationId) => _runs.GetValueOrDefault(operationId)?.Progress;

    public void Report(Guid operationId, RunningProgress progress)
    {
        if (_runs.TryGetValue(operationId, out var run))
        {
            run.Progress = progress;
        }
    }

    public void Cancel(Guid operationId)
    {
        if (_runs.TryGetValue(operationId, out var run))
        {
            run.Cancel();
        }
    }

    /// <summary>Takes an operation up; ends with the disposal.</summary>
    public Run Begin(Guid operationId, CancellationToken stopping)
    {
        var run = new Run(this, operationId, stopping);
        _runs[operationId] = run;
        return run;
    }

    /// <summary>One operation being worked on.</summary>
    internal sealed class Run(RunningOperations owner, Guid operationId, CancellationToken stopping) : IDisposable
    {
        private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);

        public CancellationToken Token => _cancel.Token;

        /// <summary>Somebody asked for the end, as against a service that stops.</summary>
        public bool Cancelled { get; private set; }

        /// <summary>Another instance has taken it over.</summary>
        public bool Lost { get; private set; }

        public RunningProgress? Progress { get; set; }

        public void Cancel()
        {
            Cancelled = true;
            End();
        }

        public void Lose()
        {
            Lost = true;
            End();
        }

        private void End()
        {
            try
            {
                _cancel.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended by itself.
            }
        }

        public void Dispose()
        {
            owner._runs.TryRemove(operationId, out _);
            _cancel.Dispose();
        }
    }
}
