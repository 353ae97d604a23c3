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

/// <summary>A place in a team whose members arrive one after another, as rows of a file.</summary>
/// <param name="Name">Name of the team; the first member makes it.</param>
/// <param name="Together">Members who are still to arrive, with this one: none takes a seat unless all of them get one.</param>
public sealed record TeamPlace(string Name, int Together);

internal sealed class EnrolEmployeeValidator : AbstractValidator<EnrolEmployee>
{
    public EnrolEmployeeValidator()
    {
        RuleFor(command => command.Body.EmployeeId).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
        RuleFor(command => command.Team!.Name)
            .NotEmpty()
            .ShortText(Team.NameMaxLength)
            .When(command => command.Team is not null);
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
            learner = learner with { TeamId = await TeamAsync(course, learner, place.Name, cancellationToken) };
        }

        var facts = await FactsAsync(course, employee.Id, cancellationToken);
        var mayTakeSeat = request.Team is null || course.HasSeatsFor(request.Team.Together);
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

    private async Task<Guid> TeamAsync(
        Course course,
        SentEmployee learner,
        string name,
        CancellationToken cancellationToken
    )
    {
        var known = await store.TeamOfNameAsync(course.Id, learner.OrganisationId, name, cancellationToken);
        if (known is not null)
        {
            return known.Team.Id;
        }

        var team = Team.Of(course.Id, learner.OrganisationId, name);
        store.Teams.Add(team);
        return team.Id;
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
