using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Organizations.Employees;
using MethodCenter.Domain.Organizations.Organisations;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Which school goes into which cycle, and who supports it.</summary>
public sealed record SchoolAssignmentBody
{
    /// <summary>Year of the cycle.</summary>
    public required int Year { get; init; }

    /// <summary>The school.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The municipal coordinator, an employee; may be the curator too.</summary>
    public required Guid CoordinatorId { get; init; }

    /// <summary>The curator, an employee who does not work at the school.</summary>
    public required Guid CuratorId { get; init; }

    /// <summary>Day of the assignment, within the cycle and not later than today; today where it is not given.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Takes a school into a cycle and appoints its coordinator and curator (RISK-8).</summary>
[Permission(ParticipationPermissions.Assign)]
public sealed record AssignSchool(Guid SupportProgrammeId, SchoolAssignmentBody Body) : ICommand<ParticipationDetails>;

internal sealed class AssignSchoolValidator : AbstractValidator<AssignSchool>
{
    public AssignSchoolValidator()
    {
        RuleFor(command => command.Body.Year).InclusiveBetween(AcademicYear.FirstSupported, AcademicYear.LastSupported);
        RuleFor(command => command.Body.OrganisationId).NotEmpty();
        RuleFor(command => command.Body.CoordinatorId).NotEmpty();
        RuleFor(command => command.Body.CuratorId).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
    }
}

internal sealed class AssignSchoolHandler(
    IImprovementStore store,
    IOrganizationStore organizations,
    INorms norms,
    IReads reads,
    IClock clock
) : ICommandHandler<AssignSchool, ParticipationDetails>
{
    public async Task<Result<ParticipationDetails>> Handle(AssignSchool request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var assignment = new SchoolAssignment(
            body.Year,
            body.OrganisationId,
            body.CoordinatorId,
            body.CuratorId,
            body.On ?? clock.Today
        );
        if (clock.RefuseFuture(assignment.On, "/on") is { } future)
        {
            return future;
        }

        var book = await norms.GetAsync(cancellationToken);
        var programme = await store.HoldSupportProgrammeAsync(request.SupportProgrammeId, cancellationToken);
        if (programme is null)
        {
            return SupportProgrammeErrors.NotFound;
        }

        // Only now: what is counted here must not change until the commit.
        var facts = await FindFactsAsync(assignment, programme.FindCycle(body.Year)?.Id, cancellationToken);
        if (facts.Refuse(assignment.On) is { } unknown)
        {
            return unknown;
        }

        var assigned = Participation.Assign(programme, assignment, facts!.IsSchool, facts.Curator, book);
        if (!assigned.Succeeded(out var participation, out var error))
        {
            return error;
        }

        store.Participations.Add(participation);
        return reads.Answer<Participation, ParticipationDetails>(participation);
    }

    /// <summary>Everything that the decision needs to know, by one SQL command; null: the school is not known.</summary>
    private Task<AssignmentFacts?> FindFactsAsync(
        SchoolAssignment assignment,
        Guid? cycleId,
        CancellationToken cancellationToken
    )
    {
        var (_, organisationId, coordinatorId, curatorId, on) = assignment;
        return organizations
            .Organisations.Where(organisation => organisation.Id == organisationId)
            .Select(organisation => new AssignmentFacts
            {
                Name = organisation.ShortName,
                IsSchool = organisation.Group == InstitutionGroup.School,
                IsClosed = organisation.Status == OrganisationStatus.Closed,
                StatusSince = organisation.StatusSince,
                CoordinatorKnown = organizations.Employees.Any(employee => employee.Id == coordinatorId),
                CuratorKnown = organizations.Employees.Any(employee => employee.Id == curatorId),
                CuratorWorksAtSchool = organizations.Employments.Any(place =>
                    place.EmployeeId == curatorId
                    && place.OrganisationId == organisationId
                    && place.From <= on
                    && (place.To == null || on <= place.To)
                ),
                OpenParticipations = store.Participations.Count(other =>
                    other.CycleId == cycleId && other.CuratorId == curatorId && other.State != ParticipationState.Closed
                ),
            })
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What must be known of a school and its people before the assignment is decided.</summary>
internal sealed record AssignmentFacts
{
    public required string Name { get; init; }

    public required bool IsSchool { get; init; }

    public required bool IsClosed { get; init; }

    public required DateOnly? StatusSince { get; init; }

    public required bool CoordinatorKnown { get; init; }

    public required bool CuratorKnown { get; init; }

    public required bool CuratorWorksAtSchool { get; init; }

    public required int OpenParticipations { get; init; }

    public CuratorStanding Curator => new(CuratorWorksAtSchool, OpenParticipations);
}

internal static class AssignmentFactsRefusal
{
    /// <summary>Refuses ids that mean nobody; the rules of the programme itself are the domain's.</summary>
    public static Error? Refuse(this AssignmentFacts? facts, DateOnly on) =>
        facts switch
        {
            null => OrganisationErrors.Unknown("/organisationId"),
            { IsClosed: true } when facts.StatusSince is null || facts.StatusSince <= on => OrganisationErrors.Closed(
                facts.Name,
                "/organisationId"
            ),
            { CoordinatorKnown: false } => EmployeeErrors.Unknown("/coordinatorId"),
            { CuratorKnown: false } => EmployeeErrors.Unknown("/curatorId"),
            _ => null,
        };
}
