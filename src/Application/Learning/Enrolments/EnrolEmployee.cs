using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Enrols an employee on a course, or puts him on its waiting list when no seat is free.</summary>
[Permission(EnrolmentPermissions.Enrol)]
public sealed record EnrolEmployee(Guid CourseId, EnrolmentBody Body) : ICommand<EnrolmentDetails>
{
    /// <summary>The team with which a file sends him; null: he is sent alone.</summary>
    public TeamPlace? Team { get; init; }
}

/// <summary>A place in a team whose members arrive one behind the other, as rows of a file that stand or fall together.</summary>
/// <param name="Name">Name of the team; the first member makes it.</param>
/// <param name="Members">How many the team has.</param>
/// <param name="Place">Which of them this one is: 1 is the first.</param>
public sealed record TeamPlace(string Name, int Members, int Place)
{
    /// <summary>Members who are still to arrive, with this one: none takes a seat unless all of them get one.</summary>
    public int Remaining => Members - Place + 1;
}

internal sealed class EnrolEmployeeValidator : AbstractValidator<EnrolEmployee>
{
    public EnrolEmployeeValidator()
    {
        RuleFor(command => command.Body.EmployeeId).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
        RuleFor(command => command.Team!.Name).TeamName().When(command => command.Team is not null);
        RuleFor(command => command.Body.Funding!.Reference)
            .ShortText(FundingBlock.ReferenceMaxLength)
            .When(command => command.Body.Funding is not null);
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
    public async Task<Answer<EnrolmentDetails>> Handle(EnrolEmployee request, CancellationToken cancellationToken)
    {
        if (!SentEmployee.DayOf(request.Body.On, clock.Today).Succeeded(out var day, out var error))
        {
            return error;
        }

        var employee = await territory
            .Employees.AsNoTracking()
            .Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Body.EmployeeId, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.Unknown("/employeeId");
        }

        var sent = await SendAsync(request.Body, employee, day, cancellationToken);
        if (!sent.Succeeded(out var learner, out error))
        {
            return error;
        }

        learner = learner with { Funding = request.Body.Funding?.ToBlock() };
        var course = await store.HoldCourseAsync(request.CourseId, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        if (request.Team is { } place)
        {
            if (!(await TeamAsync(course, learner, place, cancellationToken)).Succeeded(out var team, out error))
            {
                return error.At("/team/name");
            }

            learner = learner with { TeamId = team.Id };
        }

        var facts = await FactsAsync(course, employee.Id, cancellationToken);
        var mayTakeSeat = request.Team is null || course.HasSeatsFor(request.Team.Remaining);
        var enrolled = course.Enrol(learner, request.Body.HalfYear, facts, mayTakeSeat);
        if (!enrolled.Succeeded(out var enrolment, out error))
        {
            return error;
        }

        if (facts.Previous is null)
        {
            store.Enrolments.Add(enrolment);
        }

        return reads.Answer<Enrolment, EnrolmentDetails>(enrolment);
    }

    /// <summary>The team that the first member makes, as one that is sent as a whole would be; the others find it.</summary>
    private async Task<Result<Team>> TeamAsync(
        Course course,
        SentEmployee learner,
        TeamPlace place,
        CancellationToken cancellationToken
    )
    {
        var known = await store.TeamOfNameAsync(course.Id, learner.OrganisationId, place.Name, cancellationToken);
        if (place.Place > 1)
        {
            return Team.Joined(known?.Team);
        }

        if (course.RefuseTeamOf(place.Members) is { } size)
        {
            return size;
        }

        var named = Team.Named(
            known?.Team,
            known is { IsDissolved: true },
            course.Id,
            learner.OrganisationId,
            place.Name
        );
        if (known is null && named.Succeeded(out var made, out _))
        {
            store.Teams.Add(made);
        }

        return named;
    }

    private async Task<Result<SentEmployee>> SendAsync(
        EnrolmentBody body,
        Employee employee,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        if (body.OrganisationId is not { } id)
        {
            return SentEmployee.Send(employee, day, caller.Scope.Covers);
        }

        return
            await territory
                .Organisations.AsNoTracking()
                .SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken)
                is { } organisation
            ? SentEmployee.SendFromOutside(employee, day, organisation)
            : OrganisationErrors.Unknown("/organisationId");
    }

    private async Task<EnrolmentFacts> FactsAsync(
        Course course,
        Guid employeeId,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Previous = await store
                .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
                .SingleOrDefaultAsync(
                    enrolment => enrolment.CourseId == course.Id && enrolment.EmployeeId == employeeId,
                    cancellationToken
                ),
            TeachesCourse = await journal.TeachAsync([employeeId], course.Id, cancellationToken),
            ByApplicationOnly = !caller.Scope.AllOrganisations && await HasQuotasAsync(course, cancellationToken),
        };

    private Task<bool> HasQuotasAsync(Course course, CancellationToken cancellationToken) =>
        store
            .Quotas.IgnoreQueryFilters([QueryFilters.Organisations])
            .AnyAsync(quota => quota.TargetId == course.Id || quota.TargetId == course.ProgrammeId, cancellationToken);
}
