using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Revokes a key of the system administrator: it is refused from now on.</summary>
[Permission(AccountPermissions.ManageSystem, Reach = PermissionReach.System)]
public sealed record RevokeSystemKey(Guid KeyId, int Version) : ICommand<AccountDetails>;

internal sealed class RevokeSystemKeyHandler(SystemAccount system, IClock clock)
    : ICommandHandler<RevokeSystemKey, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(RevokeSystemKey request, CancellationToken cancellationToken)
    {
        var account = await system.FindAsync(cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return account.CheckVersion(request.Version)
            ?? account.RevokeKey(request.KeyId, clock.Now).Error
            ?? Answer<AccountDetails>.AfterSave(system.ReadAsync);
    }
}
