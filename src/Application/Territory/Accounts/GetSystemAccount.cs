using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>The account of the system administrator who asks, with its keys: it belongs to no centre.</summary>
[Permission(AccountPermissions.ManageSystem, Reach = PermissionReach.System)]
public sealed record GetSystemAccount : IQuery<AccountDetails>;

internal sealed class GetSystemAccountHandler(SystemAccount system) : IQueryHandler<GetSystemAccount, AccountDetails>
{
    public async Task<Result<AccountDetails>> Handle(GetSystemAccount request, CancellationToken cancellationToken) =>
        await system.FindDetailsAsync(cancellationToken) is { } account ? account : AccountErrors.NotFound;
}

/// <summary>The account of the calling system administrator, wherever the request acts.</summary>
internal sealed class SystemAccount(ITerritoryStore store, IProjections projections, Caller caller)
{
    /// <summary>The account itself with its parts, to be changed.</summary>
    public Task<Account?> FindAsync(CancellationToken cancellationToken) =>
        Mine()
            .Include(account => account.Grants)
            .Include(account => account.Keys)
            .SingleOrDefaultAsync(cancellationToken);

    public Task<AccountDetails?> FindDetailsAsync(CancellationToken cancellationToken) =>
        Mine().AsNoTracking().Select(projections.Of<Account, AccountDetails>()).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The account that was changed, as a following GET would show it.</summary>
    public async Task<AccountDetails> ReadAsync(CancellationToken cancellationToken) =>
        await FindDetailsAsync(cancellationToken) ?? throw new InvalidOperationException("The account is gone.");

    private IQueryable<Account> Mine()
    {
        var id = caller.Account!.Id;
        return store.Accounts.IgnoreQueryFilters([QueryFilters.Centre]).Where(account => account.Id == id);
    }
}
