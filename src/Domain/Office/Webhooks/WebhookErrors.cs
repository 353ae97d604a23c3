namespace MethodCenter.Domain.Office.Webhooks;

public static class WebhookErrors
{
    public static readonly Error NotFound = Error.NotFound("webhook.not-found");

    public static readonly Error DeliveryNotFound = Error.NotFound("webhook.delivery-not-found");

    public static readonly Error DeliveryPending = Error.Conflict("webhook.delivery-pending");

    /// <summary>Nothing is known of a change that is no longer kept, so nothing can be sent.</summary>
    public static readonly Error ChangeDropped = Error.Conflict("webhook.change-dropped");

    public static readonly Error ReplayRunning = Error.Conflict("webhook.replay-running");

    public static readonly Error TooMany = Error
        .Conflict("webhook.too-many")
        .With("most", WebhookSubscription.MostOfCentre);

    public static readonly Error UrlMalformed = Error.Unprocessable("webhook.url-malformed").At("/url");

    public static readonly Error UrlPort = Error.Unprocessable("webhook.url-port").At("/url");

    public static readonly Error UrlNotHttps = Error.Unprocessable("webhook.url-not-https").At("/url");

    public static readonly Error UrlWithUser = Error.Unprocessable("webhook.url-with-user").At("/url");

    public static readonly Error UrlWithFragment = Error.Unprocessable("webhook.url-with-fragment").At("/url");

    public static readonly Error UrlForbidden = Error.Unprocessable("webhook.url-forbidden").At("/url");

    public static readonly Error PeriodUnclear = Error.Unprocessable("webhook.period-unclear");

    public static readonly Error PeriodReversed = Error.Unprocessable("webhook.period-reversed");

    public static Error UnknownType(string type, string known, int place) =>
        Error
            .Unprocessable("webhook.unknown-type")
            .With("type", type)
            .With("known", known)
            .At(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/types/{place}"));
}
