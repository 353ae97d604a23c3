namespace MethodCenter.Domain.Territory.Accounts;

public static class AccountErrors
{
    public static readonly Error NotFound = Error.NotFound("account.not-found");

    public static readonly Error LoginTaken = Error.Conflict("account.login-taken").At("/login");

    public static readonly Error ExternalIdentityTaken = Error
        .Conflict("account.external-identity-taken")
        .At("/externalIdentity");

    public static readonly Error PasswordIsLogin = Error.Malformed("account.password-is-login").At("/password");

    public static readonly Error ServiceHasNoPassword = Error
        .Unprocessable("account.service-has-no-password")
        .At("/password");

    public static readonly Error AlreadyBlocked = Error.Conflict("account.already-blocked");

    public static readonly Error NotBlocked = Error.Conflict("account.not-blocked");

    public static readonly Error CannotBlockSelf = Error.Conflict("account.cannot-block-self");

    public static readonly Error AlreadyGranted = Error.Conflict("account.already-granted");

    public static readonly Error GrantNotFound = Error.NotFound("account.grant-not-found");

    public static readonly Error KeyNotFound = Error.NotFound("account.key-not-found");

    public static readonly Error KeyAlreadyRevoked = Error.Conflict("account.key-already-revoked");

    public static readonly Error KeyExpiresInPast = Error.Unprocessable("account.key-expires-in-past").At("/expiresOn");

    public static readonly Error TooManyKeys = Error.Conflict("account.too-many-keys").With("most", Account.MostKeys);

    public static readonly Error TooManyGrants = Error
        .Conflict("account.too-many-grants")
        .With("most", Account.MostGrants);

    /// <summary>One text for a wrong login and a wrong password: the answer does not tell which it was.</summary>
    public static readonly Error WrongCredentials = new("account.wrong-credentials", ErrorKind.Unauthenticated);

    /// <summary>Administrators of the system are made by its operator, never through the API.</summary>
    public static Error MayNotGrant(Role role) =>
        Error.Forbidden("account.may-not-grant").With("role", role).At("/role");

    public static Error OrganisationRequired(Role role) =>
        Error.Unprocessable("account.organisation-required").With("role", role).At("/organisationId");

    public static Error OrganisationNotAllowed(Role role) =>
        Error.Unprocessable("account.organisation-not-allowed").With("role", role).At("/organisationId");
}
