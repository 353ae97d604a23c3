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

/// <summary>Enrols a team on a course, or puts it on the waiting list as a whole when fewer seats are free.</summary>
[Permission(EnrolmentPermissions.Enrol)]
public sealed record EnrolTeam(Guid CourseId, TeamBody Body) : ICommand<TeamDetails>;

internal sealed class EnrolTeamValidator : AbstractValidator<EnrolTeam>
{
    public EnrolTeamValidator()
    {
        RuleFor(command => command.Body).SetValidator(new TeamNameBodyValidator());
        RuleFor(command => command.Body.OrganisationId).NotEmpty();
        RuleFor(command => command.Body.EmployeeIds).MostItems(Team.MostMembers);
        RuleForEach(command => command.Body.EmployeeIds).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
        RuleFor(command => command.Body.Funding!.Reference)
            .ShortText(FundingBlock.ReferenceMaxLength)
            .When(command => command.Body.Funding is not null);
    }
}

internal sealed class EnrolTeamHandler(
    ILearningStore store,
    ICourseJournal journal,
    ITerritoryStore territory,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<EnrolTeam, TeamDetails>
{
    public async Task<Answer<TeamDetails>> Handle(EnrolTeam request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        if (!SentEmployee.DayOf(body.On, clock.Today).Succeeded(out var day, out var error))
        {
            return error;
        }

        if (!await territory.Organisations.AnyAsync(one => one.Id == body.OrganisationId, cancellationToken))
        {
            return OrganisationErrors.Unknown("/organisationId");
        }

        if (!(await SendAsync(body, day, cancellationToken)).Succeeded(out var learners, out error))
        {
            return error;
        }

        var course = await store.HoldCourseAsync(request.CourseId, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        var known = await store.TeamOfNameAsync(course.Id, body.OrganisationId, body.Name, cancellationToken);
        var named = Team.Named(known?.Team, known is { IsDissolved: true }, course.Id, body.OrganisationId, body.Name);
        if (!named.Succeeded(out var team, out error))
        {
            return error;
        }

        var members = await MembersAsync(course, learners, cancellationToken);
        var sent = course.EnrolTeam(team, members, body.HalfYear);
        if (!sent.Succeeded(out var enrolments, out error))
        {
            return error;
        }

        if (known is null)
        {
            store.Teams.Add(team);
        }

        store.Enrolments.AddRange(enrolments.Where((_, index) => members[index].Facts.Previous is null));
        return reads.Answer<Team, TeamDetails>(team).Warn(sent.Warnings.AsSpan());
    }

    /// <summary>The members by the organisation that sends them, each working there on the day.</summary>
    private async Task<Result<IReadOnlyList<SentEmployee>>> SendAsync(
        TeamBody body,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var employees = await territory
            .Employees.AsNoTracking()
            .Include(employee => employee.Employments)
            .Where(employee => body.EmployeeIds.Contains(employee.Id))
            .ToDictionaryAsync(employee => employee.Id, cancellationToken);
        List<SentEmployee> learners = [];
        foreach (var (id, index) in body.EmployeeIds.Select((id, index) => (id, index)))
        {
            var pointer = $"/employeeIds/{index}";
            if (!employees.TryGetValue(id, out var employee))
            {
                return EmployeeErrors.Unknown(pointer);
            }

            var sent = Team.Send(employee, day, body.OrganisationId, caller.Scope.Covers);
            if (!sent.Succeeded(out var learner, out var error))
            {
                return error.At(pointer);
            }

            learners.Add(learner with { Funding = body.Funding?.ToBlock() });
        }

        return learners;
    }

    private async Task<IReadOnlyList<TeamMember>> MembersAsync(
        Course course,
        IReadOnlyList<SentEmployee> learners,
        CancellationToken cancellationToken
    )
    {
        var ids = learners.Select(learner => learner.EmployeeId).ToList();
        var previous = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment => enrolment.CourseId == course.Id && ids.Contains(enrolment.EmployeeId))
            .ToDictionaryAsync(enrolment => enrolment.EmployeeId, cancellationToken);
        var teachers = await journal.TeachersAmongAsync(ids, course.Id, cancellationToken);
        var byApplication =
            !caller.Scope.AllOrganisations
            && await store
                .Quotas.IgnoreQueryFilters([QueryFilters.Organisations])
                .AnyAsync(
                    quota => quota.TargetId == course.Id || quota.TargetId == course.ProgrammeId,
                    cancellationToken
                );
        return
        [
            .. learners.Select(learner => new TeamMember(
                learner,
                new EnrolmentFacts
                {
                    Previous = previous.GetValueOrDefault(learner.EmployeeId),
                    TeachesCourse = teachers.Contains(learner.EmployeeId),
                    ByApplicationOnly = byApplication,
                }
            )),
        ];
    }
}
