using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Journal;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>The lessons that an employee attends or gives, as a calendar to subscribe to.</summary>
[Permission(JournalPermissions.Read)]
public sealed record GetEmployeeTimetable(Guid Id) : IQuery<TimetableCalendar>;

internal sealed class GetEmployeeTimetableHandler(
    ITeachingStore store,
    ITerritoryStore territory,
    TimetableFeed feed,
    IClock clock,
    Caller caller
) : IQueryHandler<GetEmployeeTimetable, TimetableCalendar>
{
    public async Task<Result<TimetableCalendar>> Handle(
        GetEmployeeTimetable request,
        CancellationToken cancellationToken
    )
    {
        // The default filter lets through only people of organisations that the caller answers for.
        var (today, all, own) = (clock.Today, caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var person = await territory
            .Employees.Where(employee => employee.Id == request.Id)
            .Select(employee => new
            {
                employee.LastName,
                employee.FirstName,
                employee.Patronymic,
                IsOwn = all
                    || employee.Employments.Any(place =>
                        own.Contains(place.OrganisationId) && (place.To == null || place.To >= today)
                    ),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return EmployeeErrors.NotFound;
        }

        // What a person does now is not the business of a former employer.
        if (!person.IsOwn)
        {
            return EmployeeErrors.NoLongerEmployed;
        }

        var enrolments = store.Enrolments;
        var from = TimetableFeed.FirstDay(clock.Today);
        var lessons = store.Lessons.Where(lesson =>
            lesson.Date >= from
            && (
                lesson.TeacherId == request.Id
                || enrolments.Any(enrolment =>
                    enrolment.CourseId == lesson.CourseId
                    && enrolment.EmployeeId == request.Id
                    && (enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed)
                )
            )
        );
        var title = $"Занятия: {PaperWords.FullName(person.LastName, person.FirstName, person.Patronymic)}";
        return await feed.WriteAsync($"employee-{request.Id}", title, lessons, cancellationToken);
    }
}
