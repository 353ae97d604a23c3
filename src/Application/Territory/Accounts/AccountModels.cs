using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>An account with its roles and keys; of a key only what is not secret.</summary>
public sealed record AccountDetails : DetailsModel
{
    public AccountKind Kind { get; init; }

    public string Login { get; init; } = "";

    public string DisplayName { get; init; } = "";

    /// <summary>The employee behind a person's account.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    /// <summary>
    /// The person's identity at an external issuer; null: the person signs in with a password or not at all.
    /// </summary>
    public ExternalIdentityModel? ExternalIdentity { get; init; }

    /// <summary>Whether the person can sign in with a password.</summary>
    public bool HasPassword { get; init; }

    public bool IsBlocked { get; init; }

    public IReadOnlyList<GrantModel> Grants { get; init; } = [];

    /// <summary>Keys, the oldest first.</summary>
    public IReadOnlyList<ApiKeyModel> Keys { get; init; } = [];

    /// <summary>Links by which calendar programs read timetables by the rights of the account, the oldest first.</summary>
    public IReadOnlyList<AccountCalendarLink> CalendarLinks { get; init; } = [];
}

/// <summary>A calendar link of an account, without its address.</summary>
public sealed record AccountCalendarLink
{
    public Guid Id { get; init; }

    public CalendarSubject Subject { get; init; }

    /// <summary>The course, the room or the employee.</summary>
    public Guid SubjectId { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The key that made it: it ends with it; null: it ends with the password.</summary>
    public Guid? KeyId { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>A granted role.</summary>
public sealed record GrantModel
{
    public Guid Id { get; init; }

    public Role Role { get; init; }

    /// <summary>The organisation to which the role is limited; null: the whole centre.</summary>
    public Guid? OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Basis: order, contract.</summary>
    public string? Act { get; init; }
}

/// <summary>An API key without its secret.</summary>
public sealed record ApiKeyModel
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>First characters of the key, by which people tell keys apart.</summary>
    public string Prefix { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>From this instant on the key is refused; null: no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Last use, to the minute; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>Issuer and subject of an external OpenID Connect identity.</summary>
public sealed record ExternalIdentityModel
{
    /// <summary>The issuer exactly as its tokens name it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The subject (<c>sub</c>) exactly as its tokens name it.</summary>
    public required string Subject { get; init; }
}

/// <summary>An account in a list.</summary>
public sealed record AccountListItem
{
    public Guid Id { get; init; }

    public AccountKind Kind { get; init; }

    public string Login { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public Guid? EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public bool IsBlocked { get; init; }

    /// <summary>Its roles, each once.</summary>
    /// <remarks>Made distinct here: SQLite has no APPLY, which a distinct list within a row would need.</remarks>
    public IReadOnlyList<Role> Roles
    {
        get;
        init => field = [.. value.Distinct().Order()];
    } = [];

    public int Version { get; init; }
}

/// <summary>A new key as its owner gets it: the secret is shown this once and cannot be read again.</summary>
public sealed record IssuedApiKey : DetailsModel
{
    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    public string Prefix { get; init; } = "";

    /// <summary>The whole key, for the header <c>X-Api-Key</c>. Only its hash is stored.</summary>
    public string Secret { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed class AccountProjections : Profile
{
    public AccountProjections()
    {
        CreateProjection<Grant, GrantModel>()
            .Beside(
                model => model.OrganisationName,
                grant => grant.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            );
        CreateProjection<ApiKey, ApiKeyModel>();
        CreateProjection<CalendarLink, AccountCalendarLink>();
        CreateProjection<Account, AccountDetails>()
            .Beside(model => model.FullName, account => account.EmployeeId, EmployeeNames.FullName)
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(model => model.HasPassword, options => options.MapFrom(account => account.PasswordHash != null))
            .ForMember(
                model => model.ExternalIdentity,
                options =>
                    options.MapFrom(account =>
                        account.ExternalSubject == null
                            ? null
                            : new ExternalIdentityModel
                            {
                                Issuer = account.ExternalIssuer!,
                                Subject = account.ExternalSubject,
                            }
                    )
            )
            .ForMember(
                model => model.Grants,
                options => options.MapFrom(account => account.Grants.OrderBy(grant => grant.Id))
            )
            .ForMember(model => model.Keys, options => options.MapFrom(account => account.Keys.OrderBy(key => key.Id)))
            .ForMember(
                model => model.CalendarLinks,
                options => options.MapFrom(account => account.CalendarLinks.OrderBy(link => link.Id))
            );
    }
}
