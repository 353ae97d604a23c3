using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Attestations of heads, by employee, organisation, post, outcome, state or days of decision.</summary>
[Permission(AttestationPermissions.Read)]
public sealed record ListHeadAttestations : ListQuery, IQuery<Page<HeadAttestationListItem>>
{
    /// <summary>Decisions about one person.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>The organisation that the person heads or is to head.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Decisions for one post.</summary>
    public Guid? PositionId { get; init; }

    public AttestationOutcome? Outcome { get; init; }

    public AttestationState? State { get; init; }

    /// <summary>Decided on or after.</summary>
    public DateOnly? DecidedFrom { get; init; }

    /// <summary>Decided on or before.</summary>
    public DateOnly? DecidedTo { get; init; }
}

internal sealed class ListHeadAttestationsHandler(ICareerStore career, ITerritoryStore territory)
    : IQueryHandler<ListHeadAttestations, Page<HeadAttestationListItem>>
{
    internal static readonly SortFields<HeadAttestation> Sort = new SortFields<HeadAttestation>("-decidedOn").Add(
        "decidedOn",
        attestation => attestation.DecidedOn
    );

    public Task<Result<Page<HeadAttestationListItem>>> Handle(
        ListHeadAttestations request,
        CancellationToken cancellationToken
    )
    {
        var (employees, organisations, positions) = (
            territory.SeenEmployees,
            territory.Organisations.References(),
            territory.Positions
        );
        Expression<Func<HeadAttestation, HeadAttestationListItem>> projection =
            attestation => new HeadAttestationListItem
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
                Commission = attestation.Commission,
                DecidedOn = attestation.DecidedOn,
                Outcome = attestation.Outcome,
                IsCandidate = attestation.IsCandidate,
                ValidUntil = attestation.ValidUntil,
                State = attestation.State,
                Version = attestation.Version,
            };
        return Filter(career.HeadAttestations, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<HeadAttestation> Filter(
        IQueryable<HeadAttestation> attestations,
        ListHeadAttestations request
    ) =>
        attestations
            .WhereGiven(request.EmployeeId, id => attestation => attestation.EmployeeId == id)
            .WhereGiven(request.OrganisationId, id => attestation => attestation.OrganisationId == id)
            .WhereGiven(request.PositionId, id => attestation => attestation.PositionId == id)
            .WhereGiven(request.Outcome, outcome => attestation => attestation.Outcome == outcome)
            .WhereGiven(request.State, state => attestation => attestation.State == state)
            .WhereGiven(request.DecidedFrom, day => attestation => attestation.DecidedOn >= day)
            .WhereGiven(request.DecidedTo, day => attestation => attestation.DecidedOn <= day);
}
