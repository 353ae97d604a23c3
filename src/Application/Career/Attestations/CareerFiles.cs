using System.Collections.Immutable;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>One employee as the rules of attestation see him, with the names of the posts that occur.</summary>
/// <param name="FullName">Family name, given name, patronymic.</param>
/// <param name="Facts">What the rules need to know.</param>
/// <param name="Positions">The posts that occur.</param>
/// <param name="HeadPosts">Work in managing posts, which are attested by the founder (ATT-25).</param>
/// <param name="Places">All places of work, also in posts that are not attested, with the last day.</param>
internal sealed record CareerFile(
    string? FullName,
    CareerFacts Facts,
    IReadOnlyDictionary<Guid, PositionReference> Positions,
    ImmutableArray<EmploymentFact> HeadPosts,
    IReadOnlyList<(Guid OrganisationId, DateOnly? To)> Places
);

/// <summary>Puts together what the rules of attestation need to know of an employee.</summary>
internal sealed class CareerFiles(ICareerStore career, ITerritoryStore territory)
{
    /// <summary>The file, or null when the employee is not in the caller's scope. Two SQL commands.</summary>
    public async Task<CareerFile?> FindAsync(Guid employeeId, CancellationToken cancellationToken)
    {
        if (await EmployeeAsync(employeeId, cancellationToken) is not { } employee)
        {
            return null;
        }

        var posts = employee.Posts.Where(post => post.IsAttested).ToList();
        var history = await HistoryAsync(employeeId, cancellationToken);
        var facts = new CareerFacts(
            [.. posts.Select(post => post.ToFact())],
            [
                .. employee.Absences.Select(absence => new AbsenceFact(
                    CauseOf(absence.Kind),
                    new Period(absence.From, absence.To)
                )),
            ],
            [.. history.Select(recorded => recorded.Attestation.ToFact())]
        );
        var positions = employee
            .Posts.Select(post => post.Position)
            .Concat(history.Select(recorded => recorded.Position));
        return new CareerFile(
            employee.FullName,
            facts,
            positions.DistinctBy(position => position.Id).ToDictionary(one => one.Id),
            HeadPosts(employee),
            [.. employee.Posts.Select(post => (post.OrganisationId, post.To))]
        );
    }

    /// <summary>The same of a head, or null when the employee is not in the caller's scope. Two SQL commands.</summary>
    public async Task<HeadFacts?> FindHeadAsync(Guid employeeId, CancellationToken cancellationToken) =>
        await EmployeeAsync(employeeId, cancellationToken) is { } employee
            ? new HeadFacts(HeadPosts(employee), await HeadHistoryAsync(employeeId, cancellationToken))
            : null;

    /// <summary>What the founder's commissions have decided about the person, whatever organisation it was for.</summary>
    public async Task<ImmutableArray<HeadAttestationFact>> HeadHistoryAsync(
        Guid employeeId,
        CancellationToken cancellationToken
    )
    {
        var recorded = await career
            .HeadAttestations.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Where(attestation =>
                attestation.EmployeeId == employeeId && attestation.State == AttestationState.Recorded
            )
            .ToListAsync(cancellationToken);
        return [.. recorded.Select(attestation => attestation.ToFact())];
    }

    private static ImmutableArray<EmploymentFact> HeadPosts(CareerEmployee employee) =>
        [.. employee.Posts.Where(post => post.IsManaging).Select(post => post.ToFact())];

    private Task<CareerEmployee?> EmployeeAsync(Guid employeeId, CancellationToken cancellationToken)
    {
        var (positions, names) = (territory.Positions, territory.SeenEmployees);
        return territory
            .Employees.Where(employee => employee.Id == employeeId)
            .Select(employee => new CareerEmployee
            {
                FullName = names.Where(name => name.Id == employee.Id).Select(name => name.FullName).FirstOrDefault(),

                // The position of each place is looked up and not joined: a database would join the posts of all first.
                Posts = employee
                    .Employments.Select(place => new CareerPost
                    {
                        OrganisationId = place.OrganisationId,
                        From = place.From,
                        To = place.To,
                        Category = positions
                            .Where(position => position.Id == place.PositionId)
                            .Select(position => position.Category)
                            .First(),
                        Point = positions
                            .Where(position => position.Id == place.PositionId)
                            .Select(position => position.NomenclaturePoint)
                            .First(),
                        Position = new PositionReference
                        {
                            Id = place.PositionId,
                            Code = positions
                                .Where(position => position.Id == place.PositionId)
                                .Select(position => position.Code)
                                .First(),
                            Name = positions
                                .Where(position => position.Id == place.PositionId)
                                .Select(position => position.Name)
                                .First(),
                        },
                    })
                    .ToList(),
                Absences = employee
                    .Absences.Select(absence => new CareerAbsence(absence.Kind, absence.From, absence.To))
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <remarks>
    /// The whole history, whatever organisation recorded it: a category stays with the person (ATT-19), and a refusal for
    /// which another employer stood pauses the same claim (ATT-18). A caller limited to an organisation must not get
    /// another decision than the centre would. The rows themselves are not shown to him.
    /// </remarks>
    private Task<List<CareerDecision>> HistoryAsync(Guid employeeId, CancellationToken cancellationToken) =>
        career
            .Attestations.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Where(attestation =>
                attestation.EmployeeId == employeeId && attestation.State == AttestationState.Recorded
            )
            .Join(
                territory.Positions,
                attestation => attestation.PositionId,
                position => position.Id,
                (attestation, position) =>
                    new CareerDecision(
                        attestation,
                        new PositionReference
                        {
                            Id = position.Id,
                            Code = position.Code,
                            Name = position.Name,
                        }
                    )
            )
            .ToListAsync(cancellationToken);

    private static AbsenceCause CauseOf(AbsenceKind kind) =>
        kind switch
        {
            AbsenceKind.Pregnancy => AbsenceCause.Pregnancy,
            AbsenceKind.MaternityLeave => AbsenceCause.MaternityLeave,
            AbsenceKind.ParentalLeave => AbsenceCause.ParentalLeave,
            AbsenceKind.LongIllness => AbsenceCause.LongIllness,
            _ => throw new InvalidOperationException($"The kind of absence {kind} has no meaning for attestation."),
        };

    private sealed record CareerEmployee
    {
        public required string? FullName { get; init; }

        public required List<CareerPost> Posts { get; init; }

        public required List<CareerAbsence> Absences { get; init; }
    }

    private sealed record CareerPost
    {
        public required Guid OrganisationId { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly? To { get; init; }

        public required PositionCategory Category { get; init; }

        public required string? Point { get; init; }

        public bool IsAttested => AttestationRules.IsAttested(Category, Point);

        public bool IsManaging => Category == PositionCategory.Managing;

        public required PositionReference Position { get; init; }

        public EmploymentFact ToFact() => new(OrganisationId, Position.Id, new Period(From, To));
    }

    private sealed record CareerAbsence(AbsenceKind Kind, DateOnly From, DateOnly? To);

    private sealed record CareerDecision(Attestation Attestation, PositionReference Position);
}
