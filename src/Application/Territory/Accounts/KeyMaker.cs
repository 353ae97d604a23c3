using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

internal sealed class ApiKeyBodyValidator : AbstractValidator<ApiKeyBody>
{
    public ApiKeyBodyValidator()
    {
        RuleFor(body => body.Name).NotEmpty().ShortText(ApiKey.NameMaxLength);
        RuleFor(body => body.ExpiresOn).ReasonableDay();
    }
}

/// <summary>Makes keys: the secret is in the answer and nowhere else.</summary>
internal sealed class KeyMaker(IApiKeys keys, IClock clock, Caller caller)
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public Answer<IssuedApiKey> Make(Account account, ApiKeyBody body)
    {
        var made = keys.Make();
        var expiresAt = body.ExpiresOn is { } day ? EndOf(day) : (DateTimeOffset?)null;
        var added = account.AddKey(body.Name, made.Prefix, made.Hash, clock.Now, expiresAt);
        return !added.Succeeded(out var key, out var error)
            ? error
            : Answer<IssuedApiKey>.AfterSave(_ =>
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

    /// <summary>Midnight after the day, in the zone of the centre; in no centre, in that of Moscow.</summary>
    private DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var zone = caller.Centre?.Zone ?? Moscow;
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
