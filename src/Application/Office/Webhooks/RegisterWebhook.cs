using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Subscribes a neighbouring system to the changes from now on. The secret is in this answer and nowhere else.</summary>
[Permission(WebhookPermissions.Manage)]
public sealed record RegisterWebhook : WebhookBody, ICommand<RegisteredWebhook>;

internal sealed class WebhookBodyValidator : AbstractValidator<WebhookBody>
{
    public WebhookBodyValidator()
    {
        RuleFor(body => body.Name).NotEmpty().ShortText(WebhookSubscription.NameMaxLength);
        RuleFor(body => body.Description).MaximumLength(WebhookSubscription.DescriptionMaxLength);
        RuleFor(body => body.Url).NotEmpty().ShortText(WebhookSubscription.UrlMaxLength);
        RuleFor(body => body.Types).MostItems(WebhookSubscription.MostTypes);
        RuleForEach(body => body.Types).NotEmpty().ShortText(WebhookSubscription.TypeMaxLength);
    }
}

internal sealed class RegisterWebhookValidator : AbstractValidator<RegisterWebhook>
{
    public RegisterWebhookValidator() => Include(new WebhookBodyValidator());
}

internal sealed class RegisterWebhookHandler(
    IOfficeStore store,
    WebhookCheck check,
    IWebhookSecrets secrets,
    IWebhookQueue queue,
    IReads reads,
    IClock clock
) : ICommandHandler<RegisterWebhook, RegisteredWebhook>
{
    public async Task<Answer<RegisteredWebhook>> Handle(RegisterWebhook request, CancellationToken cancellationToken)
    {
        if (check.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        if (await store.WebhookSubscriptions.CountAsync(cancellationToken) >= WebhookSubscription.MostOfCentre)
        {
            return WebhookErrors.TooMany;
        }

        var secret = secrets.Make();
        var subscription = WebhookSubscription.Register(
            WebhookCheck.CardOf(request),
            secret.Protected,
            await queue.EndAsync(cancellationToken),
            clock.Now
        );
        store.WebhookSubscriptions.Add(subscription);
        return Answer<RegisteredWebhook>.AfterSave(async token =>
        {
            var details = await reads.ReadAsync<WebhookSubscription, WebhookDetails>(subscription, token);
            return Show(details, secret.Secret);
        });
    }

    private static RegisteredWebhook Show(WebhookDetails details, string secret) =>
        new()
        {
            Id = details.Id,
            Version = details.Version,
            Name = details.Name,
            Description = details.Description,
            Url = details.Url,
            Types = details.Types,
            State = details.State,
            SecretMadeAt = details.SecretMadeAt,
            Progress = details.Progress,
            Secret = secret,
        };
}
