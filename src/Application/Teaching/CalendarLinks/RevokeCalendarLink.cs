using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Accounts;

namespace MethodCenter.Application.Teaching.CalendarLinks;

/// <summary>Revokes one of the caller's own links: its address leads nowhere from now on.</summary>
[Permission(AccountPermissions.ReadOwn, Reach = PermissionReach.Own)]
public sealed record RevokeCalendarLink(Guid Id) : ICommand<Nothing>;

internal sealed class RevokeCalendarLinkHandler(ITerritoryStore territory, IClock clock, Caller caller)
    : ICommandHandler<RevokeCalendarLink, Nothing>
{
    public async Task<Answer<Nothing>> Handle(RevokeCalendarLink request, CancellationToken cancellationToken)
    {
        var id = caller.Account!.Id;
        var account = await territory
            .Accounts.IgnoreQueryFilters([QueryFilters.Centre])
            .Include(account => account.CalendarLinks)
            .SingleAsync(account => account.Id == id, cancellationToken);
        return account.RevokeCalendarLink(request.Id, clock.Now);
    }
}
