using System.Collections.Immutable;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Reads who works within the caller's reach on a day, with what the rules of attestation need to know.</summary>
/// <remarks>
/// Absences are left out for everybody: a list from which it can be seen who is exempt would tell of health (PD-3).
/// </remarks>
internal sealed class QualificationRows(ICareerStore career, ITerritoryStore territory, Caller caller)
{
    /// <summary>
    /// Three SQL commands, however many people there are. They read those who are asked about alone, with all that the
    /// rules need to know of them, and not the staff of all years.
    /// </summary>
    public async Task<QualificationStaff> ReadAsync(
        GetQualificationReport request,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var people = People(request, asOf);

        // The whole history, whatever organisation recorded it: a category stays with the person (ATT-19).
        var decisions = await career
            .Attestations.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Where(attestation =>
                attestation.State == AttestationState.Recorded
                && attestation.DecidedOn <= asOf
                && people.Contains(attestation.EmployeeId)
            )
            .ToListAsync(cancellationToken);
        var heads = await career
            .HeadAttestations.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Where(attestation =>
                attestation.State == AttestationState.Recorded
                && attestation.DecidedOn <= asOf
                && people.Contains(attestation.EmployeeId)
            )
            .ToListAsync(cancellationToken);
        return new QualificationStaff(
            request,
            asOf,
            await ReadPlacesAsync(Places(asOf).Where(place => people.Contains(place.EmployeeId)), cancellationToken),
            decisions.ToLookup(one => one.EmployeeId, one => one.ToFact()),
            heads.ToLookup(one => one.EmployeeId, one => one.ToFact())
        );
    }

    /// <summary>Who holds a post on the day that the report is about; <see cref="QualificationStaff"/> asks of each place.</summary>
    private IQueryable<Guid> People(GetQualificationReport request, DateOnly asOf)
    {
        var organisations = territory.Organisations.WhereGiven(request.Group, group => one => one.Group == group);
        var positions = territory.Positions.Where(one => one.Category != PositionCategory.Other);
        return Places(asOf)
            .Where(place => place.To == null || place.To >= asOf)
            .WhereGiven(request.OrganisationId, id => place => place.OrganisationId == id)
            .WhereGiven(request.PositionId, id => place => place.PositionId == id)
            .Where(place =>
                organisations.Any(one => one.Id == place.OrganisationId)
                && positions.Any(one => one.Id == place.PositionId)
            )
            .Select(place => place.EmployeeId);
    }

    private IQueryable<Employment> Places(DateOnly asOf)
    {
        var (all, reach) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var (organisations, employees) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        return territory.Employments.Where(place =>
            !organisations.Contains(place.OrganisationId)
            && !employees.Contains(place.EmployeeId)
            && (all || reach.Contains(place.OrganisationId))
            && place.From <= asOf
        );
    }

    private Task<List<QualificationPlace>> ReadPlacesAsync(
        IQueryable<Employment> places,
        CancellationToken cancellationToken
    )
    {
        var rows =
            from place in places
            join position in territory.Positions on place.PositionId equals position.Id
            where position.Category != PositionCategory.Other
            join employee in territory.SeenEmployees on place.EmployeeId equals employee.Id
            join organisation in territory.Organisations on place.OrganisationId equals organisation.Id
            orderby organisation.NameKey, employee.NameKey, place.From, place.Id
            select new QualificationPlace
            {
                Id = place.Id,
                EmployeeId = employee.Id,
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                PositionId = position.Id,
                PositionCode = position.Code,
                PositionName = position.Name,
                Category = position.Category,
                Point = position.NomenclaturePoint,
                OrganisationId = organisation.Id,
                OrganisationCode = organisation.Code,
                OrganisationName = organisation.ShortName,
                OrganisationKey = organisation.NameKey,
                Group = organisation.Group,
                Kind = place.Kind,
                From = place.From,
                To = place.To,
            };
        return rows.IgnoreQueryFilters([QueryFilters.Organisations]).AsNoTracking().ToListAsync(cancellationToken);
    }
}

/// <summary>A place of work in a teaching or managing post.</summary>
internal sealed record QualificationPlace
{
    public required Guid Id { get; init; }

    public required Guid EmployeeId { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public required string? Patronymic { get; init; }

    public required Guid PositionId { get; init; }

    public required string PositionCode { get; init; }

    public required string PositionName { get; init; }

    public required PositionCategory Category { get; init; }

    public required string? Point { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string OrganisationCode { get; init; }

    public required string OrganisationName { get; init; }

    public required string OrganisationKey { get; init; }

    public required InstitutionGroup Group { get; init; }

    public required EmploymentKind Kind { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly? To { get; init; }

    public string FullName => Patronymic is null ? $"{LastName} {FirstName}" : $"{LastName} {FirstName} {Patronymic}";

    public OrganisationReference Organisation =>
        new()
        {
            Id = OrganisationId,
            Code = OrganisationCode,
            ShortName = OrganisationName,
        };

    public PositionReference Position =>
        new()
        {
            Id = PositionId,
            Code = PositionCode,
            Name = PositionName,
        };

    public EmploymentFact ToFact() => new(OrganisationId, PositionId, new Period(From, To));
}

/// <summary>The people that a report counts, judged by the rules.</summary>
internal sealed class QualificationStaff(
    GetQualificationReport request,
    DateOnly asOf,
    IReadOnlyList<QualificationPlace> places,
    ILookup<Guid, AttestationFact> decisions,
    ILookup<Guid, HeadAttestationFact> headDecisions
)
{
    private readonly Dictionary<Guid, PositionReference> _positions = places
        .DistinctBy(place => place.PositionId)
        .ToDictionary(place => place.PositionId, place => place.Position);

    /// <summary>Everybody in an attested post, once, at the place that represents the person.</summary>
    public IEnumerable<QualifiedTeacher> Teachers(NormSet norms)
    {
        foreach (var all in Of(place => AttestationRules.IsAttested(place.Category, place.Point)))
        {
            var asked = all.Where(IsAsked)
                .OrderBy(place => place.Kind != EmploymentKind.Main)
                .ThenBy(place => place.From)
                .ThenBy(place => place.Id)
                .ToList();
            if (asked is not [var place, ..])
            {
                continue;
            }

            var facts = new CareerFacts([.. all.Select(one => one.ToFact())], [], [.. decisions[all.Key]]);
            yield return new QualifiedTeacher(place, Qualification.On(asOf, facts, norms), asked, _positions);
        }
    }

    /// <summary>Every managing post that is held: a person with two stands twice.</summary>
    public IEnumerable<QualifiedHead> Heads()
    {
        foreach (var all in Of(place => place.Category == PositionCategory.Managing))
        {
            var facts = new HeadFacts([.. all.Select(one => one.ToFact())], [.. headDecisions[all.Key]]);
            foreach (var conformity in HeadConformity.On(asOf, facts))
            {
                var held = all.Where(IsAsked)
                    .FirstOrDefault(one =>
                        one.OrganisationId == conformity.OrganisationId && one.PositionId == conformity.PositionId
                    );
                if (held is not null)
                {
                    yield return new QualifiedHead(held, conformity);
                }
            }
        }
    }

    private IEnumerable<IGrouping<Guid, QualificationPlace>> Of(Func<QualificationPlace, bool> isOf) =>
        places.Where(isOf).GroupBy(place => place.EmployeeId);

    private bool IsAsked(QualificationPlace place) =>
        new Period(place.From, place.To).Contains(asOf)
        && (request.OrganisationId is not { } organisation || place.OrganisationId == organisation)
        && (request.PositionId is not { } position || place.PositionId == position)
        && (request.Group is not { } group || place.Group == group);
}
