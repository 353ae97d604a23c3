using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Api.Office.Changes;

/// <summary>
/// Those who follow the feed: each reading is a unit of its own, and nothing of the database is held between two.
/// </summary>
internal sealed class ChangeReaders(
    IServiceScopeFactory scopes,
    IIdentities identities,
    IChangeWatch watch,
    ChangesOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time
)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, int> _waiting = [];

    public TimeProvider Time => time;

    public int MostOfAccount => options.ReadersPerAccount;

    public TimeSpan StreamLength => TimeSpan.FromMinutes(options.StreamMinutes);

    /// <summary>The service is about to end, and so must whoever waits.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>A place among the account's readers, to be given back; null: it has as many as it may.</summary>
    public IDisposable? TryEnter(Guid accountId)
    {
        lock (_gate)
        {
            var waiting = _waiting.GetValueOrDefault(accountId);
            if (waiting >= options.ReadersPerAccount)
            {
                return null;
            }

            _waiting[accountId] = waiting + 1;
            return new Place(this, accountId);
        }
    }

    /// <summary>Reads a page for the caller who has just been identified.</summary>
    public Task<Result<ChangePage>> ReadAsync(
        Caller caller,
        ListChanges request,
        CancellationToken cancellationToken
    ) => ReadAsync(caller.Account, caller.Centre, request, cancellationToken);

    /// <summary>Reads a page after a wait, with the rights that the account has by now.</summary>
    public async Task<Result<ChangePage>> ReadOnAsync(
        Caller caller,
        ListChanges request,
        CancellationToken cancellationToken
    )
    {
        var account = await identities.FindByIdAsync(caller.Account!.Id, cancellationToken);
        return await ReadAsync(account, caller.Centre, request, cancellationToken);
    }

    public Task<(bool News, long Position)> WaitAsync(
        Caller caller,
        long position,
        TimeSpan limit,
        CancellationToken cancellationToken
    ) => watch.WaitAsync(caller.Centre!.Id, position, limit, cancellationToken);

    private async Task<Result<ChangePage>> ReadAsync(
        CallerAccount? account,
        CallerCentre? centre,
        ListChanges request,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Identify(account, centre);
        return await scope.ServiceProvider.GetRequiredService<IDispatcher>().SendAsync(request, cancellationToken);
    }

    private void Leave(Guid accountId)
    {
        lock (_gate)
        {
            if (--_waiting[accountId] == 0)
            {
                _waiting.Remove(accountId);
            }
        }
    }

    private sealed class Place(ChangeReaders readers, Guid accountId) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                readers.Leave(accountId);
            }
        }
    }
}
