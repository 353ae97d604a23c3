using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Leases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Delivers changes to the subscribed receivers; one instance of the service at a time, by a lease.</summary>
internal sealed class WebhookDispatcher(
    IServiceScopeFactory scopes,
    Func<ILeaseOfDispatcher, WebhookLeaseSession> sessions,
    WriteGate gate,
    WebhookOptions options,
    OutageLog outages,
    TimeProvider time,
    ILogger<WebhookDispatcher> logger
) : BackgroundService, ILeaseOfDispatcher
{
    private const string LeaseName = "webhooks";
    private readonly Guid _owner = Guid.CreateVersion7();
    private readonly TimeSpan _poll = TimeSpan.FromMilliseconds(options.PollMilliseconds);

    public async Task<bool> HoldAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var pass = await gate.EnterAsync(cancellationToken);
        return await scope
            .ServiceProvider.GetRequiredService<LeaseKeeper>()
            .TryHoldAsync(LeaseName, _owner, length, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await AnyAsync(stoppingToken))
                {
                    await using var session = sessions(this);
                    await session.RunAsync(stoppingToken);
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                outages.Tell(logger, exception, "Webhooks could not be delivered; trying again");
            }

            await Task.Delay(_poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await ReleaseAsync();
    }

    /// <summary>A service without subscriptions pays one read for it, and writes no lease.</summary>
    private async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
            .WebhookSubscriptions.IgnoreQueryFilters()
            .AnyAsync(subscription => subscription.State == WebhookState.Active, cancellationToken);
    }

    /// <summary>At a graceful end another instance need not wait for the lease to run out.</summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            using var pass = await gate.EnterAsync(CancellationToken.None);
            await scope
                .ServiceProvider.GetRequiredService<LeaseKeeper>()
                .ReleaseAsync(LeaseName, _owner, CancellationToken.None);
        }
        catch (Exception exception)
        {
            outages.Tell(logger, exception, "Webhooks could not be delivered; trying again");
        }
    }
}

/// <summary>The lease by which one instance at a time delivers.</summary>
internal interface ILeaseOfDispatcher
{
    /// <summary>Takes or renews it; false: another instance holds it.</summary>
    Task<bool> HoldAsync(TimeSpan length, CancellationToken cancellationToken);
}
