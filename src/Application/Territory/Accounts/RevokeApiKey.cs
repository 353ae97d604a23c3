using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Revokes a key: it is refused from now on.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record RevokeApiKey(Guid Id, Guid KeyId, int Version) : ICommand<AccountDetails>;

internal sealed class RevokeApiKeyHandler(AccountCheck check, IReads reads, IClock clock)
    : ICommandHandler<RevokeApiKey, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return account.CheckVersion(request.Version)
            ?? account.RevokeKey(request.KeyId, clock.Now).Error
            ?? reads.Answer<Account, AccountDetails>(account);
    }
}
