using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Domain.Tests.Office.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_parked_or_delivered_is_sent_again_and_what_waits_is_not()
    {
        var delivery = WebhookDelivery.Make(
            Guid.NewGuid(),
            new WebhookChange(1, "course.registered", Guid.NewGuid(), 1, Now),
            Now
        );

        delivery.Requeue(Now).Error.ShouldBe(WebhookErrors.DeliveryPending);
        delivery.Park(new WebhookAttempt(Now, 500, null, 3));
        delivery.Requeue(Now.AddHours(1)).Refused.ShouldBeFalse();
        (delivery.State, delivery.Attempts, delivery.NextAttemptAt).ShouldBe(
            (WebhookDeliveryState.Pending, 0, Now.AddHours(1))
        );
        delivery.Deliver(new WebhookAttempt(Now, 204, null, 3));
        delivery.Requeue(Now).Refused.ShouldBeFalse();
    }
}
