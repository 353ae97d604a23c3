namespace MethodCenter.Domain.Territory.Accounts;

/// <summary>Who uses an account.</summary>
public enum AccountKind
{
    /// <summary>A person who signs in with a password or through an external issuer.</summary>
    Person,

    /// <summary>A program that calls with an API key.</summary>
    Service,
}

/// <summary>Учётная запись: someone who may call the service, with the roles granted to it.</summary>
/// <remarks>
/// Belongs to the centre that made it; a system administrator's account belongs to none. A grant names a role, and
/// optionally organisations to which it is limited; it holds for the account's own centre only.
/// </remarks>
public sealed class Account : AggregateRoot
{
    public const int LoginMaxLength = 60;
    public const int DisplayNameMaxLength = 150;
    public const int PasswordHashMaxLength = 200;
    public const int ExternalIssuerMaxLength = 200;
    public const int ExternalSubjectMaxLength = 200;
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 200;
    public const int NameKeyMaxLength = DisplayNameMaxLength + 1 + LoginMaxLength;
    public const int MostGrants = 500;
    public const int MostKeys = 20;
    public const int MostCalendarLinks = 50;

    private readonly List<Grant> _grants = [];
    private readonly List<ApiKey> _keys = [];
    private readonly List<CalendarLink> _calendarLinks = [];

    private Account() { }

    public AccountKind Kind { get; private init; }

    /// <summary>Unique within the service, lower case.</summary>
    [PersonalData]
    public string Login { get; private init; } = null!;

    [PersonalData]
    public string DisplayName { get; private set; } = null!;

    /// <summary>Display name and login as they are searched.</summary>
    [PersonalData]
    public string NameKey { get; private set; } = null!;

    /// <summary>Salted hash of the password; null: cannot sign in with one.</summary>
    [PersonalData]
    public string? PasswordHash { get; private set; }

    /// <summary>The issuer that vouches for the person; null: no external identity.</summary>
    [PersonalData]
    public string? ExternalIssuer { get; private set; }

    /// <summary>The person's name with that issuer; means nothing without it.</summary>
    [PersonalData]
    public string? ExternalSubject { get; private set; }

    /// <summary>The employee behind a person's account: a curator's schools are opened to it.</summary>
    public Guid? EmployeeId { get; private set; }

    public bool IsBlocked { get; private set; }

    public IReadOnlyList<Grant> Grants => _grants;

    public IReadOnlyList<ApiKey> Keys => _keys;

    public IReadOnlyList<CalendarLink> CalendarLinks => _calendarLinks;

    public static Account Register(AccountKind kind, string login, string displayName, Guid? employeeId)
    {
        var account = new Account { Kind = kind, Login = login.ToLowerInvariant() };
        account.UpdateCard(displayName, employeeId, null);
        return account;
    }

    /// <summary>The account that the service makes for itself at its first start: nobody else grants that role.</summary>
    public static Account RegisterSystemAdministrator(string login, string displayName, string act)
    {
        var account = Register(AccountKind.Service, login, displayName, null);
        account._grants.Add(new Grant(account.Id, Role.SystemAdministrator, null, act));
        return account;
    }

    public Result<Nothing> SetPassword(string hash)
    {
        if (Kind != AccountKind.Person)
        {
            return AccountErrors.ServiceHasNoPassword;
        }

        PasswordHash = hash;
        return Nothing.Done;
    }

    public void UpdateCard(string displayName, Guid? employeeId, ExternalIdentity? identity)
    {
        (DisplayName, EmployeeId) = (displayName, employeeId);
        (ExternalIssuer, ExternalSubject) = (identity?.Issuer, identity?.Subject);
        NameKey = SearchText.Normalize($"{displayName} {Login}");
    }

    /// <summary>Shuts the account out, with all its keys and tokens. Nobody shuts himself out.</summary>
    public Result<Nothing> Block(Guid? byAccountId)
    {
        if (byAccountId == Id)
        {
            return AccountErrors.CannotBlockSelf;
        }

        if (IsBlocked)
        {
            return AccountErrors.AlreadyBlocked;
        }

        IsBlocked = true;
        return Nothing.Done;
    }

    public Result<Nothing> Unblock()
    {
        if (!IsBlocked)
        {
            return AccountErrors.NotBlocked;
        }

        IsBlocked = false;
        return Nothing.Done;
    }

    /// <summary>Grants a role; for a role of one organisation, that organisation is required.</summary>
    public Result<Grant> GrantRole(Role role, Guid? organisationId, string? act)
    {
        if (role == Role.SystemAdministrator)
        {
            return AccountErrors.MayNotGrant(role);
        }

        if (role.NeedsOrganisation() != organisationId.HasValue)
        {
            return role.NeedsOrganisation()
                ? AccountErrors.OrganisationRequired(role)
                : AccountErrors.OrganisationNotAllowed(role);
        }

        if (_grants.Exists(grant => grant.Role == role && grant.OrganisationId == organisationId))
        {
            return AccountErrors.AlreadyGranted;
        }

        if (_grants.Count >= MostGrants)
        {
            return AccountErrors.TooManyGrants;
        }

        var granted = new Grant(Id, role, organisationId, act);
        _grants.Add(granted);
        return granted;
    }

    public Result<Nothing> RevokeRole(Guid grantId) =>
        _grants.RemoveAll(grant => grant.Id == grantId) == 0 ? AccountErrors.GrantNotFound : Nothing.Done;

    /// <summary>Adds a key, given the hash of its secret. The secret itself is shown once and never stored.</summary>
    public Result<ApiKey> AddKey(string name, string prefix, byte[] hash, DateTimeOffset now, DateTimeOffset? expiresAt)
    {
        if (_keys.Count(key => key.IsUsable(now)) >= MostKeys)
        {
            return AccountErrors.TooManyKeys;
        }

        if (expiresAt <= now)
        {
            return AccountErrors.KeyExpiresInPast;
        }

        var added = new ApiKey(Id, name, prefix, hash, now, expiresAt);
        _keys.Add(added);
        return added;
    }

    /// <summary>Adds a link to a calendar, given the hash of its code, which is shown once and never stored.</summary>
    public Result<CalendarLink> AddCalendarLink(
        CalendarSubject subject,
        Guid subjectId,
        byte[] hash,
        DateTimeOffset now,
        Guid? keyId = null
    )
    {
        if (_calendarLinks.Count(link => link.RevokedAt is null) >= MostCalendarLinks)
        {
            return CalendarLinkErrors.TooMany;
        }

        var added = new CalendarLink(Id, subject, subjectId, hash, now, keyId);
        _calendarLinks.Add(added);
        return added;
    }

    /// <summary>Ends the links that tokens have made: the password that brought these is no longer good.</summary>
    public void RevokeLinksOfTokens(DateTimeOffset now)
    {
        foreach (var link in _calendarLinks.Where(link => link.KeyId is null && link.RevokedAt is null))
        {
            _ = link.Revoke(now);
        }
    }

    public Result<Nothing> RevokeCalendarLink(Guid linkId, DateTimeOffset now) =>
        _calendarLinks.Find(link => link.Id == linkId) is { } link ? link.Revoke(now) : CalendarLinkErrors.NotFound;

    public Result<Nothing> RevokeKey(Guid keyId, DateTimeOffset now)
    {
        if (_keys.Find(key => key.Id == keyId) is not { } key)
        {
            return AccountErrors.KeyNotFound;
        }

        return key.Revoke(now);
    }
}

/// <summary>Who a person is to an external issuer of OpenID Connect.</summary>
public sealed record ExternalIdentity(string Issuer, string Subject);

/// <summary>A role granted to an account, limited to one organisation or not.</summary>
public sealed class Grant : Entity, IPartOf<Account>
{
    public const int ActMaxLength = 200;

    private Grant() { }

    internal Grant(Guid accountId, Role role, Guid? organisationId, string? act) =>
        (AccountId, Role, OrganisationId, Act) = (accountId, role, organisationId, act);

    public Guid AccountId { get; private init; }

    public Role Role { get; private init; }

    public Guid? OrganisationId { get; private init; }

    /// <summary>Basis of the grant: order, contract.</summary>
    public string? Act { get; private init; }

    Guid IPart.RootId => AccountId;
}

/// <summary>API-ключ: the credential of a program. Only a hash of it is kept.</summary>
public sealed class ApiKey : Entity, IPartOf<Account>
{
    public const int NameMaxLength = 100;
    public const int PrefixMaxLength = 16;
    public const int HashLength = 32;

    private ApiKey() { }

    internal ApiKey(
        Guid accountId,
        string name,
        string prefix,
        byte[] hash,
        DateTimeOffset madeAt,
        DateTimeOffset? expiresAt
    )
    {
        (AccountId, Name, Prefix, Hash, MadeAt, ExpiresAt) = (accountId, name, prefix, hash, madeAt, expiresAt);
    }

    public Guid AccountId { get; private init; }

    public string Name { get; private init; } = null!;

    /// <summary>First characters of the key, by which people tell keys apart.</summary>
    public string Prefix { get; private init; } = null!;

    /// <summary>SHA-256 of the key: 256 random bits need no slow hash.</summary>
    [PersonalData]
    public byte[] Hash { get; private init; } = null!;

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? ExpiresAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, to the minute; written by the way, outside of the requests.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    Guid IPart.RootId => AccountId;

    public bool IsUsable(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    internal Result<Nothing> Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return AccountErrors.KeyAlreadyRevoked;
        }

        RevokedAt = now;
        return Nothing.Done;
    }
}
