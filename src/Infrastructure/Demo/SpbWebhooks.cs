using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>The site of the centre, which is notified of courses: paused, since its address is made up.</summary>
internal static class SpbWebhooks
{
    private const string Url = "https://site.imc.example/hooks";

    public static async Task LoadAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var register = new RegisterWebhook
        {
            Name = "Сайт центра",
            Description = "Расписание курсов на сайте",
            Url = Url,
            Types = ["courses", "programmes"],
        };
        var made = await session.DoAsync(DemoKind.Webhook, 0, register, cancellationToken);
        var body = new WebhookChangeBody
        {
            Name = made.Name,
            Description = made.Description,
            Url = made.Url,
            Types = made.Types,
            State = WebhookState.Paused,
        };
        await session.DoAsync(DemoKind.Webhook, 1, new UpdateWebhook(made.Id, made.Version, body), cancellationToken);
    }

    /// <summary>A delivery of the last course that was given up, so that it can be sent again.</summary>
    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var database = session.Database;
        var subscription = await database.WebhookSubscriptions.SingleOrDefaultAsync(
            one => one.Url == Url,
            cancellationToken
        );
        if (subscription is null)
        {
            return;
        }

        using (var relay = ActivatorUtilities.CreateInstance<ChangeRelay>(session.Services))
        {
            await relay.RunAsync(cancellationToken);
        }

        // The demo itself is not news: the subscription begins behind it, as if it had been made afterwards.
        var end = await database.ChangeLogs.Select(log => log.Last).SingleAsync(cancellationToken);
        await database
            .WebhookSubscriptions.Where(one => one.Id == subscription.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Position, end), cancellationToken);
        var change = await database
            .Changes.AsNoTracking()
            .Where(change => change.CentreId == subscription.CentreId && change.Type == "courses")
            .OrderByDescending(change => change.Position)
            .FirstAsync(cancellationToken);
        using var ids = session.Ids(DemoKind.Webhook, 2);
        var delivery = WebhookDelivery.Make(
            subscription.Id,
            new WebhookChange(change.Position!.Value, change.Type, change.SubjectId, change.Version, change.OccurredAt),
            change.OccurredAt
        );
        delivery.Park(new WebhookAttempt(change.OccurredAt, 503, WebhookFailure.Refused, 120));
        database.WebhookDeliveries.Add(delivery).Property(row => row.CentreId).CurrentValue = subscription.CentreId;
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }
}
