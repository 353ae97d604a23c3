using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Takes a granted role back.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record RevokeRole(Guid Id, Guid GrantId, int Version) : ICommand<AccountDetails>;

internal sealed class RevokeRoleHandler(AccountCheck check, IReads reads) : ICommandHandler<RevokeRole, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(RevokeRole request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return account.CheckVersion(request.Version)
            ?? account.RevokeRole(request.GrantId).Error
            ?? reads.Answer<Account, AccountDetails>(account);
    }
}
