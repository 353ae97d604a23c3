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
)
    : HistoryImporter<AttestationRow, WantedAttestation, AttestationDetails, DecisionKey>(
        persons,
        commands,
        AttestationErrors.RecordedOtherwise,
        AttestationErrors.AnnulmentNotByFile
    )
{
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
            var organisation = organisations.Take(row, value.Organisation, "organisation");
            var position = positions.Take(row, value.Position, "position");
            if (TakePerson(row, organisation?.Id, source) is { } person)
            {
                yield return new WantedAttestation(row, person, organisation!.Id, position!.Id);
            }
        }
    }

    protected override Task<List<AttestationDetails>> ReadAsync(
        HashSet<Guid> employeeIds,
        IReadOnlyList<WantedAttestation> found,
        CancellationToken cancellationToken
    )
    {
        DateOnly[] days = [.. found.Select(one => one.Row.Value.DecidedOn!.Value).Distinct()];
        return career
            .Attestations.AsNoTracking()
            .Where(attestation => employeeIds.Contains(attestation.EmployeeId) && days.Contains(attestation.DecidedOn))
            .Select(projections.WithoutNames<Attestation, AttestationDetails>())
            .ToListAsync(cancellationToken);
    }

    protected override DecisionKey KeyOf(WantedAttestation wanted, Guid employeeId) =>
        new(employeeId, wanted.Row.Value.Kind!.Value, wanted.PositionId, wanted.Row.Value.DecidedOn!.Value);

    protected override DecisionKey KeyOf(AttestationDetails details) =>
        new(details.EmployeeId, details.Kind, details.PositionId, details.DecidedOn);

    protected override bool IsAnnulled(WantedAttestation wanted) => wanted.Row.Value.State == AttestationState.Annulled;

    protected override bool IsAnnulled(AttestationDetails details) => details.State != AttestationState.Recorded;

    protected override void Begin(RowPlan<AttestationDetails> plan, WantedAttestation wanted, Guid employeeId)
    {
        var row = wanted.Row.Value;
        plan.Begin(
            new RecordAttestation
            {
                EmployeeId = employeeId,
                OrganisationId = wanted.OrganisationId,
                PositionId = wanted.PositionId,
                Kind = row.Kind!.Value,
                AppliedOn = row.AppliedOn,
                DecidedOn = row.DecidedOn!.Value,
                Outcome = row.Outcome!.Value,
                ActNumber = row.ActNumber,
                ActDate = row.ActDate,
                Source = row.Source,
            }
        );
    }

    protected override IEnumerable<string> Differences(WantedAttestation wanted, AttestationDetails known)
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

        if (row.Source is not null && row.Source != known.Source)
        {
            yield return "source";
        }
    }
}

/// <summary>What makes two entries one decision.</summary>
internal sealed record DecisionKey(Guid EmployeeId, AttestationKind Kind, Guid PositionId, DateOnly DecidedOn);

/// <summary>A decision that a row means.</summary>
internal sealed record WantedAttestation(
    ImportRow<AttestationRow> Row,
    PersonClue Person,
    Guid OrganisationId,
    Guid PositionId
) : WantedEntry<AttestationRow>(Row, Person);
