using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Learning.Journal;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Timetables;

/// <summary>The lessons that an employee attends or gives, as a calendar to subscribe to.</summary>
[Permission(JournalPermissions.Read)]
public sealed record GetEmployeeTimetable(Guid Id) : IQuery<TimetableCalendar>;

internal sealed class GetEmployeeTimetableHandler(
    ILearningStore store,
    IOrganizationStore organizations,
    TimetableFeed feed,
    IClock clock
) : IQueryHandler<GetEmployeeTimetable, TimetableCalendar>
{
    public async Task<Result<TimetableCalendar>> Handle(
        GetEmployeeTimetable request,
        CancellationToken cancellationToken
    )
    {
        // The default filter lets through only people of organisations that the caller answers for.
        var person = await organizations
            .Employees.Where(employee => employee.Id == request.Id)
            .Select(employee => new
            {
                employee.LastName,
                employee.FirstName,
                employee.Patronymic,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return EmployeeErrors.NotFound;
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
