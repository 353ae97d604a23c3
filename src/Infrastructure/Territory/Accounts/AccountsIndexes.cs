using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Infrastructure.Territory.Accounts;

internal sealed class AccountsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_accounts_login"] = AccountErrors.LoginTaken,
            ["ux_accounts_centre_id_external_issuer_external_subject"] = AccountErrors.ExternalIdentityTaken,
            ["ux_api_keys_hash"] = null,
            ["ux_calendar_links_hash"] = null,
        };
}
