using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>One employee as the rules of attestation see him, with the names of the posts that occur.</summary>
/// <param name="Facts">What the rules need to know.</param>
/// <param name="Positions">The posts that occur.</param>
/// <param name="Places">All places of work, also in posts that are not attested, with the last day.</param>
internal sealed record CareerFile(
    CareerFacts Facts,
    IReadOnlyDictionary<Guid, PositionReference> Positions,
    IReadOnlyList<(Guid OrganisationId, DateOnly? To)> Places
);

/// <summary>Puts together what the rules of attestation need to know of an employee.</summary>
internal sealed class CareerFiles(ICareerStore career, ITerritoryStore territory)
{
    /// <summary>The file, or null when the employee is not in the caller's scope. Two SQL commands.</summary>
    public async Task<CareerFile?> FindAsync(Guid employeeId, CancellationToken cancellationToken)
    {
        var positions = territory.Positions;
        var employee = await territory
            .Employees.Where(employee => employee.Id == employeeId)
            .Select(employee => new
            {
                // The position of each place is looked up and not joined: a database would join the posts of all first.
                Posts = employee
                    .Employments.Select(place => new
                    {
                        place.OrganisationId,
                        place.From,
                        place.To,
                        Id = place.PositionId,
                        IsTeaching = positions.Any(position =>
                            position.Id == place.PositionId && position.Category == PositionCategory.Teaching
                        ),
                        Code = positions
                            .Where(position => position.Id == place.PositionId)
                            .Select(position => position.Code)
                            .First(),
                        Name = positions
                            .Where(position => position.Id == place.PositionId)
                            .Select(position => position.Name)
                            .First(),
                    })
                    .ToList(),
                Absences = employee
                    .Absences.Select(absence => new
                    {
                        absence.Kind,
                        absence.From,
                        absence.To,
                    })
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (employee is null)
        {
            return null;
        }

        // Heads are attested by the founder's act, outside this procedure (ATT-25): their posts do not count.
        var posts = employee.Posts.Where(post => post.IsTeaching).ToList();

        // The whole history, whatever organisation recorded it: a category stays with the person (ATT-19), and a refusal
        // for which another employer stood pauses the same claim (ATT-18). A caller limited to an organisation must not
        // get another decision than the centre would. The rows themselves are not shown to him.
        var history = await career
            .Attestations.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Where(attestation =>
                attestation.EmployeeId == employeeId && attestation.State == AttestationState.Recorded
            )
            .Join(
                positions,
                attestation => attestation.PositionId,
                position => position.Id,
                (attestation, position) =>
                    new
                    {
                        Attestation = attestation,
                        position.Code,
                        position.Name,
                    }
            )
            .ToListAsync(cancellationToken);
        var facts = new CareerFacts(
            [.. posts.Select(post => new EmploymentFact(post.OrganisationId, post.Id, new Period(post.From, post.To)))],
            [
                .. employee.Absences.Select(absence => new AbsenceFact(
                    CauseOf(absence.Kind),
                    new Period(absence.From, absence.To)
                )),
            ],
            [.. history.Select(recorded => recorded.Attestation.ToFact())]
        );
        var names = new Dictionary<Guid, PositionReference>();
        foreach (var post in posts)
        {
            names[post.Id] = new PositionReference
            {
                Id = post.Id,
                Code = post.Code,
                Name = post.Name,
            };
        }

        foreach (var recorded in history)
        {
            names[recorded.Attestation.PositionId] = new PositionReference
            {
                Id = recorded.Attestation.PositionId,
                Code = recorded.Code,
                Name = recorded.Name,
            };
        }

        return new CareerFile(facts, names, [.. employee.Posts.Select(post => (post.OrganisationId, post.To))]);
    }

    private static AbsenceCause CauseOf(AbsenceKind kind) =>
        kind switch
        {
            AbsenceKind.Pregnancy => AbsenceCause.Pregnancy,
            AbsenceKind.MaternityLeave => AbsenceCause.MaternityLeave,
            AbsenceKind.ParentalLeave => AbsenceCause.ParentalLeave,
            AbsenceKind.LongIllness => AbsenceCause.LongIllness,
            _ => throw new InvalidOperationException($"The kind of absence {kind} has no meaning for attestation."),
        };
}
