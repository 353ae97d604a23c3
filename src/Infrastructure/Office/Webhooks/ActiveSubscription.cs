using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>A subscription as the dispatcher needs it.</summary>
internal sealed record ActiveSubscription
{
    public required Guid Id { get; init; }

    public required Guid CentreId { get; init; }

    /// <summary>The code of the centre.</summary>
    public required string Centre { get; init; }

    public required int Version { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    public required byte[] Secret { get; init; }

    public byte[]? PreviousSecret { get; init; }

    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public long Position { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public int FailuresInRow { get; init; }

    public long? ReplayPosition { get; init; }

    public long? ReplayTo { get; init; }

    public int Requeues { get; init; }

    /// <summary>What it receives: never more than an administrator of the centre may read.</summary>
    public IReadOnlyList<string> TypesTold => Told(Types);

    /// <inheritdoc cref="TypesTold"/>
    public static IReadOnlyList<string> Told(IReadOnlyList<string> types) =>
        types.Count > 0 ? [.. types.Intersect(WebhookTypes.All)] : WebhookTypes.All;
}

internal static class ActiveSubscriptions
{
    public static IQueryable<ActiveSubscription> ToActive(
        this IQueryable<WebhookSubscription> subscriptions,
        IQueryable<Centre> centres
    ) =>
        subscriptions.Join(
            centres,
            subscription => subscription.CentreId,
            centre => centre.Id,
            (subscription, centre) =>
                new ActiveSubscription
                {
                    Id = subscription.Id,
                    CentreId = subscription.CentreId,
                    Centre = centre.Code,
                    Version = subscription.Version,
                    Url = subscription.Url,
                    Types = subscription.Types,
                    Secret = subscription.Secret,
                    PreviousSecret = subscription.PreviousSecret,
                    PreviousSecretUntil = subscription.PreviousSecretUntil,
                    Position = subscription.Position,
                    LastSuccessAt = subscription.LastSuccessAt,
                    FailingSince = subscription.FailingSince,
                    FailuresInRow = subscription.FailuresInRow,
                    ReplayPosition = subscription.ReplayPosition,
                    ReplayTo = subscription.ReplayTo,
                    Requeues = subscription.Requeues,
                }
        );
}
