using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>An account with its roles and keys.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record GetAccount(Guid Id) : IQuery<AccountDetails>;

internal sealed class GetAccountHandler(IReads reads) : IQueryHandler<GetAccount, AccountDetails>
{
    public async Task<Result<AccountDetails>> Handle(GetAccount request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Account, AccountDetails>(request.Id, cancellationToken) is { } account
            ? account
            : AccountErrors.NotFound;
}
