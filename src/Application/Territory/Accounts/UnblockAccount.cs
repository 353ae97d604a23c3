using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Lets a blocked account in again.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record UnblockAccount(Guid Id, int Version) : ICommand<AccountDetails>;

internal sealed class UnblockAccountHandler(AccountCheck check, IReads reads)
    : ICommandHandler<UnblockAccount, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(UnblockAccount request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return account.CheckVersion(request.Version)
            ?? account.Unblock().Error
            ?? reads.Answer<Account, AccountDetails>(account);
    }
}
