using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Organizations;
using MethodCenter.Application.Organizations.Accounts;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Accounts;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.CalendarLinks;

/// <summary>Revokes one of the caller's own links: its address leads nowhere from now on.</summary>
[Permission(AccountPermissions.ReadOwn, Reach = PermissionReach.Own)]
public sealed record RevokeCalendarLink(Guid Id) : ICommand<Nothing>;

internal sealed class RevokeCalendarLinkHandler(IOrganizationStore organizations, IClock clock, Caller caller)
    : ICommandHandler<RevokeCalendarLink, Nothing>
{
    public async Task<Result<Nothing>> Handle(RevokeCalendarLink request, CancellationToken cancellationToken)
    {
        var id = caller.Account!.Id;
        var account = await organizations
            .Accounts.IgnoreQueryFilters([QueryFilters.Centre])
            .Include(account => account.CalendarLinks)
            .SingleAsync(account => account.Id == id, cancellationToken);
        return account.RevokeCalendarLink(request.Id, clock.Now);
    }
}
