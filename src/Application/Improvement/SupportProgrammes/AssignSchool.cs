using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

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
    ITerritoryStore territory,
    INorms norms,
    IReads reads,
    IClock clock
) : ICommandHandler<AssignSchool, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(AssignSchool request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        if (!Participation.DayOf(body.On, clock.Today).Succeeded(out var on, out var future))
        {
            return future;
        }

        var assignment = new SchoolAssignment(body.Year, body.OrganisationId, body.CoordinatorId, body.CuratorId, on);

        var normSet = await norms.GetAsync(cancellationToken);
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

        var assigned = Participation.Assign(programme, assignment, facts!.IsSchool, facts.Curator, normSet);
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
        return territory
            .Organisations.Where(organisation => organisation.Id == organisationId)
            .Select(organisation => new AssignmentFacts
            {
                Standing = new OrganisationStanding(
                    organisation.ShortName,
                    organisation.Status,
                    organisation.StatusSince
                ),
                IsSchool = organisation.Group == InstitutionGroup.School,
                CoordinatorKnown = territory.Set<Employee>().Any(employee => employee.Id == coordinatorId),
                CuratorKnown = territory.Set<Employee>().Any(employee => employee.Id == curatorId),
                CuratorWorksAtSchool = territory
                    .Set<Employment>()
                    .Any(place =>
                        place.EmployeeId == curatorId
                        && place.OrganisationId == organisationId
                        && place.From <= on
                        && (place.To == null || on <= place.To)
                    ),
                OpenParticipations = store
                    .Set<Participation>()
                    .Count(other =>
                        other.CycleId == cycleId
                        && other.CuratorId == curatorId
                        && other.State != ParticipationState.Closed
                    ),
            })
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What must be known of a school and its people before the assignment is decided.</summary>
internal sealed record AssignmentFacts
{
    public required OrganisationStanding Standing { get; init; }

    public required bool IsSchool { get; init; }

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
            _ when facts.Standing.RefuseOn(on, "/organisationId") is { } closed => closed,
            { CoordinatorKnown: false } => EmployeeErrors.Unknown("/coordinatorId"),
            { CuratorKnown: false } => EmployeeErrors.Unknown("/curatorId"),
            _ => null,
        };
}
