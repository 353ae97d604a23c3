using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>
/// Changes of a subscription that the service makes by itself: with a revision, an audit entry and a change in the
/// feed.
/// </summary>
internal sealed class WebhookChanges(IServiceScopeFactory scopes, TimeProvider time)
{
    public Task<bool> PauseAsync(
        ActiveSubscription subscription,
        WebhookPauseReason reason,
        CancellationToken cancellationToken
    ) => ChangeAsync(subscription, found => found.Pause(reason, time.GetUtcNow()), cancellationToken);

    public Task<bool> NoteGapAsync(
        ActiveSubscription subscription,
        long from,
        long to,
        CancellationToken cancellationToken
    ) => ChangeAsync(subscription, found => found.NoteGap(from, to, time.GetUtcNow()), cancellationToken);

    /// <returns>False: it is gone, or somebody changed it at the same time.</returns>
    private async Task<bool> ChangeAsync(
        ActiveSubscription subscription,
        Action<WebhookSubscription> change,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.UseCase = nameof(WebhookDispatcher);
        caller.Scope.Open(subscription.CentreId, null);
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await using var transaction = await unitOfWork.BeginAsync(cancellationToken);
        var id = subscription.Id;
        if (
            await database.WebhookSubscriptions.SingleOrDefaultAsync(known => known.Id == id, cancellationToken)
            is not { } found
        )
        {
            return false;
        }

        change(found);
        if (await unitOfWork.SaveAsync(cancellationToken) is not null)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
