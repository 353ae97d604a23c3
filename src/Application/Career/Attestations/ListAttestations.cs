using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Attestations, by employee, organisation, post, kind, outcome, state or days of decision.</summary>
[Permission(AttestationPermissions.Read)]
public sealed record ListAttestations : ListQuery, IQuery<Page<AttestationListItem>>
{
    /// <summary>Decisions about one person.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>The employer on the day of the decision.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Decisions for one post.</summary>
    public Guid? PositionId { get; init; }

    public AttestationKind? Kind { get; init; }

    public AttestationOutcome? Outcome { get; init; }

    public AttestationState? State { get; init; }

    /// <summary>True: only those taken over («принято к сведению»); false: only the others.</summary>
    public bool? TakenOver { get; init; }

    /// <summary>Academic year in which the decision was taken, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Decided on or after.</summary>
    public DateOnly? DecidedFrom { get; init; }

    /// <summary>Decided on or before.</summary>
    public DateOnly? DecidedTo { get; init; }
}

internal sealed class ListAttestationsHandler(ICareerStore career, ITerritoryStore territory)
    : IQueryHandler<ListAttestations, Page<AttestationListItem>>
{
    internal static readonly SortFields<Attestation> Sort = new SortFields<Attestation>("-decidedOn").Add(
        "decidedOn",
        attestation => attestation.DecidedOn
    );

    public Task<Result<Page<AttestationListItem>>> Handle(ListAttestations request, CancellationToken cancellationToken)
    {
        var (employees, organisations, positions) = (
            territory.SeenEmployees,
            territory.Organisations.References(),
            territory.Positions
        );
        Expression<Func<Attestation, AttestationListItem>> projection = attestation => new AttestationListItem
        {
            Id = attestation.Id,
            EmployeeId = attestation.EmployeeId,
            FullName = employees
                .Where(employee => employee.Id == attestation.EmployeeId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            Organisation = organisations.First(organisation => organisation.Id == attestation.OrganisationId),
            Position = positions
                .Where(position => position.Id == attestation.PositionId)
                .Select(position => new PositionReference
                {
                    Id = position.Id,
                    Code = position.Code,
                    Name = position.Name,
                })
                .First(),
            Kind = attestation.Kind,
            DecidedOn = attestation.DecidedOn,
            Outcome = attestation.Outcome,
            ValidUntil = attestation.ValidUntil,
            State = attestation.State,
            TakenOver = attestation.TakenOver,
            Version = attestation.Version,
        };
        return Filter(career.Attestations, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Attestation> Filter(IQueryable<Attestation> attestations, ListAttestations request) =>
        attestations
            .WhereGiven(request.EmployeeId, id => attestation => attestation.EmployeeId == id)
            .WhereGiven(request.OrganisationId, id => attestation => attestation.OrganisationId == id)
            .WhereGiven(request.PositionId, id => attestation => attestation.PositionId == id)
            .WhereGiven(request.Kind, kind => attestation => attestation.Kind == kind)
            .WhereGiven(request.Outcome, outcome => attestation => attestation.Outcome == outcome)
            .WhereGiven(request.State, state => attestation => attestation.State == state)
            .WhereGiven(request.TakenOver, known => attestation => attestation.TakenOver == known)
            .WhereGiven(request.AcademicYear?.From, day => attestation => attestation.DecidedOn >= day)
            .WhereGiven(request.AcademicYear?.To, day => attestation => attestation.DecidedOn <= day)
            .WhereGiven(request.DecidedFrom, day => attestation => attestation.DecidedOn >= day)
            .WhereGiven(request.DecidedTo, day => attestation => attestation.DecidedOn <= day);
}
