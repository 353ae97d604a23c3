using MethodCenter.Application.Territory.Accounts;

namespace MethodCenter.Api.Territory.Accounts;

/// <summary>Accounts.</summary>
internal static class AccountEndpoints
{
    private static readonly Heading Heading = new(
        "Accounts",
        "Give users and programs their roles, issue and revoke keys."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("accounts", Heading);
        group.Post("", RegisterAccount);
        group.Get("", ListAccounts);
        group.Get("{id:guid}", GetAccount);
        group.Patch("{id:guid}", UpdateAccount);
        group.Post("{id:guid}/grants", GrantRole);
        group.Delete("{id:guid}/grants/{grantId:guid}", RevokeRole);
        group.Post("{id:guid}/keys", AddApiKey).WithMetadata(new SecretAnswer("secret"));
        group.Post("{id:guid}/keys/{keyId:guid}/revocation", RevokeApiKey);
        group.Post("{id:guid}/calendar-links/{linkId:guid}/revocation", RevokeAccountCalendarLink);
        group.Put("{id:guid}/password", SetPassword);
        group.Post("{id:guid}/blocking", BlockAccount);
        group.Post("{id:guid}/unblocking", UnblockAccount);
        var system = routes.MapArea("system/account", Heading);
        system.Get("", GetSystemAccount);
        system.Post("keys", AddSystemKey).WithMetadata(new SecretAnswer("secret"));
        system.Post("keys/{keyId:guid}/revocation", RevokeSystemKey);
        routes.MapArea("me", Heading).Get("", WhoAmI);
    }

    /// <summary>Who am I</summary>
    /// <remarks>The account behind the key or token, the centre in which it acts, its roles and permissions.</remarks>
    private static Task<OkOutcome<SignedInAccount>> WhoAmI(Web web) => web.Read(new WhoAmI());

    /// <summary>System administrator's account</summary>
    /// <remarks>Your own account with its keys, without secrets. Only for the system administrator.</remarks>
    private static Task<OkOutcome<AccountDetails>> GetSystemAccount(Web web) => web.Read(new GetSystemAccount());

    /// <summary>Make a system administrator's key</summary>
    /// <remarks>The secret is shown this once. Only for the system administrator.</remarks>
    private static Task<CreatedOutcome<IssuedApiKey>> AddSystemKey(Body<ApiKeyBody> body, Web web) =>
        web.Create(new AddSystemKey(body.Value), _ => $"{Routes.Base}/system/account");

    /// <summary>Revoke a system administrator's key</summary>
    /// <remarks>
    /// Also the one of this request. Whoever has revoked the last starts the service with <c>--new-key</c>.
    /// </remarks>
    private static Task<OkOutcome<AccountDetails>> RevokeSystemKey(Guid keyId, IfMatch ifMatch, Web web) =>
        web.Change(new RevokeSystemKey(keyId, ifMatch.Version));

    /// <summary>End a calendar link of an account</summary>
    /// <remarks>Its address leads nowhere from now on. The links of an account stand in its representation.</remarks>
    private static Task<OkOutcome<AccountDetails>> RevokeAccountCalendarLink(
        Guid id,
        Guid linkId,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RevokeAccountCalendarLink(id, linkId, ifMatch.Version));

    /// <summary>Register an account</summary>
    /// <remarks>
    /// A person, who signs in with a password or through an external issuer, or a program, which calls with a key.
    /// Roles of one organisation (school operator, curator) name it. System administrators are not created here.
    /// </remarks>
    private static Task<CreatedOutcome<AccountDetails>> RegisterAccount(Body<RegisterAccount> body, Web web) =>
        web.Create(body.Value, account => Address(account.Id));

    /// <summary>List accounts</summary>
    /// <remarks>By words of the name or login, kind, role, organisation, employee or state.</remarks>
    private static Task<OkOutcome<Page<AccountListItem>>> ListAccounts(Query<ListAccounts> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Account</summary>
    /// <remarks>With its roles and keys, without secrets; the ETag is its revision.</remarks>
    private static Task<OkOutcome<AccountDetails>> GetAccount(Guid id, Web web) => web.Read(new GetAccount(id));

    /// <summary>Update an account</summary>
    /// <remarks>Display name, employee, external identity (issuer and subject). The login cannot change.</remarks>
    private static Task<OkOutcome<AccountDetails>> UpdateAccount(
        Guid id,
        Patch<AccountBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetAccount(id), patch, ifMatch, body => new UpdateAccount(id, ifMatch.Version, body));

    /// <summary>Grant a role</summary>
    /// <remarks>Takes effect at once on this instance, within ten seconds on the others.</remarks>
    private static Task<CreatedOutcome<AccountDetails>> GrantRole(Guid id, Body<GrantBody> body, Web web) =>
        web.Create(new GrantRole(id, body.Value), account => Address(account.Id));

    /// <summary>Revoke a role</summary>
    /// <remarks>Takes effect at once on this instance, within ten seconds on the others.</remarks>
    private static Task<OkOutcome<AccountDetails>> RevokeRole(Guid id, Guid grantId, IfMatch ifMatch, Web web) =>
        web.Change(new RevokeRole(id, grantId, ifMatch.Version));

    /// <summary>Issue an API key</summary>
    /// <remarks>The secret is in this answer and nowhere else: keep it. At most 20 keys are valid at a time.</remarks>
    private static Task<CreatedOutcome<IssuedApiKey>> AddApiKey(Guid id, Body<ApiKeyBody> body, Web web) =>
        web.Create(new AddApiKey(id, body.Value), key => Address(key.AccountId));

    /// <summary>Revoke an API key</summary>
    /// <remarks>Takes effect at once on this instance, within ten seconds on the others.</remarks>
    private static Task<OkOutcome<AccountDetails>> RevokeApiKey(Guid id, Guid keyId, IfMatch ifMatch, Web web) =>
        web.Change(new RevokeApiKey(id, keyId, ifMatch.Version));

    /// <summary>Set a password</summary>
    /// <remarks>Only for persons. Tokens obtained with the old password are refused from then on.</remarks>
    private static Task<OkOutcome<AccountDetails>> SetPassword(
        Guid id,
        Body<PasswordBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new SetPassword(id, ifMatch.Version, body.Value));

    /// <summary>Block an account</summary>
    /// <remarks>
    /// Its keys and tokens are refused until it is unblocked. You cannot block your own account.
    /// </remarks>
    private static Task<OkOutcome<AccountDetails>> BlockAccount(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new BlockAccount(id, ifMatch.Version));

    /// <summary>Unblock an account</summary>
    /// <remarks>Its keys and tokens are valid again, unless they have expired meanwhile.</remarks>
    private static Task<OkOutcome<AccountDetails>> UnblockAccount(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new UnblockAccount(id, ifMatch.Version));

    private static string Address(Guid id) => $"{Routes.Base}/accounts/{id}";
}
