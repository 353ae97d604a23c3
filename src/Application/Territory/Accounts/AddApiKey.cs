using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Makes an API key. Its secret is in this answer and nowhere else. Adds only, so no revision is asked for.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record AddApiKey(Guid Id, ApiKeyBody Body) : ICommand<IssuedApiKey>;

internal sealed class AddApiKeyValidator : AbstractValidator<AddApiKey>
{
    public AddApiKeyValidator()
    {
        RuleFor(command => command.Body.Name).NotEmpty().ShortText(ApiKey.NameMaxLength);
        RuleFor(command => command.Body.ExpiresOn).ReasonableDay();
    }
}

internal sealed class AddApiKeyHandler(AccountCheck check, IApiKeys keys, IClock clock, Caller caller)
    : ICommandHandler<AddApiKey, IssuedApiKey>
{
    public async Task<Answer<IssuedApiKey>> Handle(AddApiKey request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        var made = keys.Make();
        var expiresAt = request.Body.ExpiresOn is { } day ? EndOf(day) : (DateTimeOffset?)null;
        var added = account.AddKey(request.Body.Name, made.Prefix, made.Hash, clock.Now, expiresAt);
        if (!added.Succeeded(out var key, out var error))
        {
            return error;
        }

        return Answer<IssuedApiKey>.AfterSave(_ =>
            Task.FromResult(
                new IssuedApiKey
                {
                    Id = key.Id,
                    Version = account.Version,
                    AccountId = account.Id,
                    Name = key.Name,
                    Prefix = key.Prefix,
                    Secret = made.Secret,
                    ExpiresAt = key.ExpiresAt,
                }
            )
        );
    }

    /// <summary>Midnight after the day, in the zone of the centre.</summary>
    private DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, caller.Centre!.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
