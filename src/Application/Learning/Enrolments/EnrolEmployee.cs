using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Enrols an employee on a course, or puts him on its waiting list when no seat is free.</summary>
[Permission(EnrolmentPermissions.Enrol)]
public sealed record EnrolEmployee(Guid CourseId, EnrolmentBody Body) : ICommand<EnrolmentDetails>;

internal sealed class EnrolEmployeeValidator : AbstractValidator<EnrolEmployee>
{
    public EnrolEmployeeValidator()
    {
        RuleFor(command => command.Body.EmployeeId).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
    }
}

internal sealed class EnrolEmployeeHandler(
    ILearningStore store,
    ICourseJournal journal,
    ITerritoryStore territory,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<EnrolEmployee, EnrolmentDetails>
{
    public async Task<Result<EnrolmentDetails>> Handle(EnrolEmployee request, CancellationToken cancellationToken)
    {
        var day = request.Body.On ?? clock.Today;
        if (day > clock.Today)
        {
            return EnrolmentErrors.InFuture;
        }

        var employee = await territory
            .Employees.AsNoTracking()
            .Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Body.EmployeeId, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.Unknown("/employeeId");
        }

        // A learner is sent by the place of work that the caller answers for.
        var place = employee.PlaceOfWork(day, employment => caller.Scope.Covers(employment.OrganisationId));
        if (place is null)
        {
            return EnrolmentErrors.NotEmployed(day);
        }

        var course = await store.HoldCourseAsync(request.CourseId, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        // Whom the centre enrols itself is its own decision; a school with a quota has to apply.
        if (!caller.Scope.AllOrganisations && await ByQuotaAsync(course, cancellationToken))
        {
            return EnrolmentErrors.ByApplication;
        }

        if (await journal.TeachAsync([employee.Id], course.Id, cancellationToken))
        {
            return EnrolmentErrors.TeachesCourse.At("/employeeId");
        }

        var previous = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .SingleOrDefaultAsync(
                enrolment => enrolment.CourseId == course.Id && enrolment.EmployeeId == employee.Id,
                cancellationToken
            );
        var enrolled = course.Enrol(employee.Id, place.OrganisationId, request.Body.HalfYear, previous, day);
        if (!enrolled.Succeeded(out var enrolment, out var error))
        {
            return error;
        }

        if (previous is null)
        {
            store.Enrolments.Add(enrolment);
        }

        return reads.Answer<Enrolment, EnrolmentDetails>(enrolment);
    }

    private Task<bool> ByQuotaAsync(Course course, CancellationToken cancellationToken) =>
        store
            .Quotas.IgnoreQueryFilters([QueryFilters.Organisations])
            .AnyAsync(quota => quota.TargetId == course.Id || quota.TargetId == course.ProgrammeId, cancellationToken);
}
