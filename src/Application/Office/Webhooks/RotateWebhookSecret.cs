using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Replaces the secret. For a while messages bear both signatures, so that the receiver can change over.</summary>
[Permission(WebhookPermissions.Manage)]
public sealed record RotateWebhookSecret(Guid Id, int Version) : ICommand<IssuedWebhookSecret>;

internal sealed class RotateWebhookSecretHandler(WebhookCheck check, IWebhookSecrets secrets, IClock clock)
    : ICommandHandler<RotateWebhookSecret, IssuedWebhookSecret>
{
    public async Task<Answer<IssuedWebhookSecret>> Handle(
        RotateWebhookSecret request,
        CancellationToken cancellationToken
    )
    {
        var subscription = await check.FindAsync(request.Id, cancellationToken);
        if (subscription is null)
        {
            return WebhookErrors.NotFound;
        }

        if (subscription.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var secret = secrets.Make();
        subscription.RotateSecret(secret.Protected, clock.Now, secrets.Overlap);
        return Answer<IssuedWebhookSecret>.AfterSave(_ =>
            Task.FromResult(
                new IssuedWebhookSecret
                {
                    Id = subscription.Id,
                    Version = subscription.Version,
                    Secret = secret.Secret,
                    PreviousSecretUntil = subscription.PreviousSecretUntil!.Value,
                }
            )
        );
    }
}
