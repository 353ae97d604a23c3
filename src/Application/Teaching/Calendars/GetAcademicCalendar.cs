using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>The calendar of an academic year.</summary>
/// <param name="AcademicYear">The year, e.g. <c>2019-2020</c>; or the id, as the feed of changes names it.</param>
[Permission(CalendarPermissions.Read)]
public sealed record GetAcademicCalendar(string AcademicYear) : IQuery<AcademicCalendarDetails>;

internal sealed class GetAcademicCalendarHandler(ITeachingStore store, IReads reads)
    : IQueryHandler<GetAcademicCalendar, AcademicCalendarDetails>
{
    public async Task<Result<AcademicCalendarDetails>> Handle(
        GetAcademicCalendar request,
        CancellationToken cancellationToken
    )
    {
        if (AcademicYear.TryParse(request.AcademicYear, out var year))
        {
            var id = await store
                .AcademicCalendars.Where(calendar => calendar.AcademicYear == year)
                .Select(calendar => calendar.Id)
                .SingleOrDefaultAsync(cancellationToken);
            return await FindAsync(id, cancellationToken);
        }

        return Guid.TryParse(request.AcademicYear, out var named)
            ? await FindAsync(named, cancellationToken)
            : CalendarErrors.NotFound;
    }

    private async Task<Result<AcademicCalendarDetails>> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await reads.FindAsync<AcademicCalendar, AcademicCalendarDetails>(id, cancellationToken) is { } calendar
            ? calendar
            : CalendarErrors.NotFound;
}
