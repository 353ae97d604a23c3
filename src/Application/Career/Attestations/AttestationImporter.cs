using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Records decisions of commissions; what is recorded already has to be the same.</summary>
internal sealed class AttestationImporter(
    ICareerStore career,
    ITerritoryStore territory,
    OrganisationDirectory organisations,
    PositionDirectory positions,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<AttestationRow, WantedAttestation, AttestationDetails>(commands)
{
    private readonly Dictionary<DecisionKey, AttestationDetails> _known = [];

    /// <summary>What was annulled; of one decision there may be several.</summary>
    private readonly Dictionary<DecisionKey, List<AttestationDetails>> _annulled = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from attestation in career.Attestations.AsNoTracking()
            join employee in territory.Employees on attestation.EmployeeId equals employee.Id
            where attestation.State == AttestationState.Recorded
            orderby employee.NameKey, attestation.DecidedOn, attestation.Id
            select new KnownObject(
                attestation.Id,
                $"{employee.LastName} {employee.FirstName}: {Texts.Texts.Name(attestation.Kind, false)}, {attestation.DecidedOn:dd.MM.yyyy}"
            )
        ).AsAsyncEnumerable();

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await organisations.LoadAsync(cancellationToken);
        await positions.LoadAsync(cancellationToken);
    }

    /// <remarks>By day: a decision is judged by those before it, so the order of the rows of a chunk does not matter.</remarks>
    protected override IEnumerable<WantedAttestation> Resolve(
        IReadOnlyList<ImportRow<AttestationRow>> rows,
        string? source
    )
    {
        foreach (var row in rows.OrderBy(row => row.Value.DecidedOn))
        {
            var value = row.Value;
            if (!organisations.Find(value.Organisation!).Succeeded(out var organisation, out var unknown))
            {
                row.Refuse(unknown, "organisation", value.Organisation);
            }

            if (!positions.Find(value.Position!).Succeeded(out var position, out unknown))
            {
                row.Refuse(unknown, "position", value.Position);
            }

            if (persons.TakePerson(row, organisation?.Id, source) is { } person)
            {
                yield return new WantedAttestation(row, person, organisation!.Id, position!.Id);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedAttestation> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _annulled.Clear();
        await persons.LoadAsync([.. found.Select(one => one.Person)], [], source, cancellationToken);
        HashSet<Guid> employeeIds = [];
        foreach (var one in found)
        {
            if (persons.Find(one.Person).Succeeded(out var person, out _))
            {
                employeeIds.Add(person.Id);
            }
        }

        if (employeeIds.Count > 0)
        {
            DateOnly[] days = [.. found.Select(one => one.Row.Value.DecidedOn!.Value).Distinct()];
            var known = await career
                .Attestations.AsNoTracking()
                .Where(attestation =>
                    employeeIds.Contains(attestation.EmployeeId) && days.Contains(attestation.DecidedOn)
                )
                .Select(projections.Of<Attestation, AttestationDetails>())
                .ToListAsync(cancellationToken);
            foreach (var attestation in known)
            {
                Add(attestation);
            }
        }
    }

    protected override RowPlan<AttestationDetails>? Plan(WantedAttestation wanted)
    {
        var row = wanted.Row.Value;
        if (persons.FindPerson(wanted.Row, wanted.Person) is not { } person)
        {
            return null;
        }

        var key = new DecisionKey(person.Id, row.Kind!.Value, wanted.PositionId, row.DecidedOn!.Value);
        if (row.State == AttestationState.Annulled)
        {
            return PlanAnnulled(wanted, key);
        }

        var known = _known.GetValueOrDefault(key);
        var plan = new RowPlan<AttestationDetails>(known);
        if (known is not null)
        {
            foreach (var column in Differences(wanted, known))
            {
                wanted.Row.Refuse(AttestationErrors.RecordedOtherwise, column);
            }

            return wanted.Row.Refused ? null : plan;
        }

        plan.Begin(
            new RecordAttestation
            {
                EmployeeId = person.Id,
                OrganisationId = wanted.OrganisationId,
                PositionId = wanted.PositionId,
                Kind = row.Kind.Value,
                AppliedOn = row.AppliedOn,
                DecidedOn = row.DecidedOn.Value,
                Outcome = row.Outcome!.Value,
                ActNumber = row.ActNumber,
                ActDate = row.ActDate,
            }
        );
        return plan;
    }

    protected override void Remember(WantedAttestation wanted, AttestationDetails details) => Add(details);

    private RowPlan<AttestationDetails>? PlanAnnulled(WantedAttestation wanted, DecisionKey key)
    {
        if (
            _annulled.TryGetValue(key, out var annulled)
            && annulled.Find(one => !Differences(wanted, one).Any()) is { } known
        )
        {
            return new RowPlan<AttestationDetails>(known);
        }

        wanted.Row.RefuseBy(AttestationErrors.AnnulmentNotByFile);
        return null;
    }

    private void Add(AttestationDetails details)
    {
        var key = new DecisionKey(details.EmployeeId, details.Kind, details.PositionId, details.DecidedOn);
        if (details.State == AttestationState.Recorded)
        {
            _known[key] = details;
        }
        else if (_annulled.TryGetValue(key, out var annulled))
        {
            annulled.Add(details);
        }
        else
        {
            _annulled.Add(key, [details]);
        }
    }

    /// <summary>The columns that say something else than what is on file; an empty cell says nothing.</summary>
    private static IEnumerable<string> Differences(WantedAttestation wanted, AttestationDetails known)
    {
        var row = wanted.Row.Value;
        if (wanted.OrganisationId != known.OrganisationId)
        {
            yield return "organisation";
        }

        if (row.Outcome != known.Outcome)
        {
            yield return "outcome";
        }

        if (row.AppliedOn is not null && row.AppliedOn != known.AppliedOn)
        {
            yield return "appliedOn";
        }

        if (row.ActNumber is not null && row.ActNumber != known.ActNumber)
        {
            yield return "actNumber";
        }

        if (row.ActDate is not null && row.ActDate != known.ActDate)
        {
            yield return "actDate";
        }
    }

    /// <summary>What makes two entries one decision.</summary>
    private sealed record DecisionKey(Guid EmployeeId, AttestationKind Kind, Guid PositionId, DateOnly DecidedOn);
}

/// <summary>A decision that a row means.</summary>
internal sealed record WantedAttestation(
    ImportRow<AttestationRow> Row,
    PersonClue Person,
    Guid OrganisationId,
    Guid PositionId
) : Wanted<AttestationRow>(Row);
