using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Shuts an account out, with all its keys and tokens. Nobody shuts himself out.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record BlockAccount(Guid Id, int Version) : ICommand<AccountDetails>;

internal sealed class BlockAccountHandler(AccountCheck check, IReads reads, Caller caller)
    : ICommandHandler<BlockAccount, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(BlockAccount request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return account.CheckVersion(request.Version)
            ?? account.Block(caller.Account?.Id).Error
            ?? reads.Answer<Account, AccountDetails>(account);
    }
}
