using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>Sets the calendar of an academic year, whole; unchanged content writes nothing.</summary>
[Permission(CalendarPermissions.Write)]
public sealed record SetAcademicCalendar(string AcademicYear, AcademicCalendarBody Body)
    : ICommand<Upserted<AcademicCalendarDetails>>;

internal sealed class SetAcademicCalendarValidator : AbstractValidator<SetAcademicCalendar>
{
    public SetAcademicCalendarValidator() =>
        RuleFor(command => command.Body).SetValidator(new AcademicCalendarBodyValidator());
}

internal sealed class SetAcademicCalendarHandler(
    ITeachingStore store,
    IPlannedSlots slots,
    INorms norms,
    IUnitOfWork work,
    IReads reads
) : ICommandHandler<SetAcademicCalendar, Upserted<AcademicCalendarDetails>>
{
    public async Task<Answer<Upserted<AcademicCalendarDetails>>> Handle(
        SetAcademicCalendar request,
        CancellationToken cancellationToken
    )
    {
        if (!AcademicYear.TryParse(request.AcademicYear, out var year))
        {
            return CalendarErrors.NotFound;
        }

        var normSet = await norms.GetAsync(cancellationToken);
        await work.HoldAsync(cancellationToken);
        var known = await store.AcademicCalendars.SingleOrDefaultAsync(
            calendar => calendar.AcademicYear == year,
            cancellationToken
        );
        if (known is null)
        {
            if (!AcademicCalendar.Set(year, request.Body.ToPlan(), normSet).Succeeded(out var calendar, out var error))
            {
                return error;
            }

            store.AcademicCalendars.Add(calendar);
            return reads.AnswerUpsert<AcademicCalendar, AcademicCalendarDetails>(calendar, created: true);
        }

        var planned = await slots.OfYearAsync(year, cancellationToken);
        return known.Change(request.Body.ToPlan(), planned, normSet).Error
            ?? reads.AnswerUpsert<AcademicCalendar, AcademicCalendarDetails>(known, created: false);
    }
}
