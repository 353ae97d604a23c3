using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.CalendarLinks;

/// <inheritdoc cref="ICalendarLinkFinder"/>
internal sealed class CalendarLinkFinder(ITerritoryStore territory, IClock clock) : ICalendarLinkFinder
{
    public async Task<OpenedCalendarLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        // What cannot be a code costs no query.
        if (code.Length != Certificate.CodeLength)
        {
            return null;
        }

        // A calendar program belongs to no centre: the code alone opens this one row.
        var (hash, now) = (CalendarCode.HashOf(code), clock.Now);
        var keys = territory.Set<ApiKey>();
        return await territory
            .CalendarLinks.IgnoreQueryFilters([QueryFilters.Centre])
            .Where(link => link.Hash == hash && link.RevokedAt == null)
            .Where(link =>
                link.KeyId == null
                || keys.Any(key =>
                    key.Id == link.KeyId && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now)
                )
            )
            .Select(link => new OpenedCalendarLink
            {
                AccountId = link.AccountId,
                CentreId = link.CentreId,
                Subject = link.Subject,
                SubjectId = link.SubjectId,
            })
            .SingleOrDefaultAsync(cancellationToken);
    }
}
