using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Ends a calendar link of any account: its address leads nowhere from now on.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record RevokeAccountCalendarLink(Guid Id, Guid LinkId, int Version) : ICommand<AccountDetails>;

internal sealed class RevokeAccountCalendarLinkHandler(AccountCheck check, IReads reads, IClock clock)
    : ICommandHandler<RevokeAccountCalendarLink, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(
        RevokeAccountCalendarLink request,
        CancellationToken cancellationToken
    )
    {
        var account = await check.FindWithLinksAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return account.CheckVersion(request.Version)
            ?? account.RevokeCalendarLink(request.LinkId, clock.Now).Error
            ?? reads.Answer<Account, AccountDetails>(account);
    }
}
