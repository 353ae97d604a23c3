using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.CalendarLinks;

/// <summary>The caller's own links to calendars, without their addresses.</summary>
[Permission(AccountPermissions.ReadOwn, Reach = PermissionReach.Own)]
public sealed record ListCalendarLinks : ListQuery, IQuery<Page<CalendarLinkListItem>>
{
    public CalendarSubject? Subject { get; init; }

    /// <summary>The course, the room or the employee.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>True: those that are revoked; false: those that are valid.</summary>
    public bool? Revoked { get; init; }
}

internal sealed class ListCalendarLinksHandler(ITerritoryStore territory, IProjections projections, Caller caller)
    : IQueryHandler<ListCalendarLinks, Page<CalendarLinkListItem>>
{
    internal static readonly SortFields<CalendarLink> Sort = new SortFields<CalendarLink>("-madeAt").Add(
        "madeAt",
        link => link.MadeAt
    );

    public Task<Result<Page<CalendarLinkListItem>>> Handle(
        ListCalendarLinks request,
        CancellationToken cancellationToken
    )
    {
        var id = caller.Account!.Id;
        return territory
            .CalendarLinks.IgnoreQueryFilters([QueryFilters.Centre])
            .Where(link => link.AccountId == id)
            .WhereGiven(request.Subject, subject => link => link.Subject == subject)
            .WhereGiven(request.SubjectId, subject => link => link.SubjectId == subject)
            .WhereGiven(request.Revoked, revoked => link => link.RevokedAt != null == revoked)
            .ToPageAsync(request, Sort, projections.Of<CalendarLink, CalendarLinkListItem>(), cancellationToken);
    }
}
