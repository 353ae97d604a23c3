using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Records decisions of founders' commissions; what is recorded already has to be the same.</summary>
internal sealed class HeadAttestationImporter(
    ICareerStore career,
    ITerritoryStore territory,
    OrganisationDirectory organisations,
    PositionDirectory positions,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
)
    : HistoryImporter<HeadAttestationRow, WantedHeadAttestation, HeadAttestationDetails, HeadDecisionKey>(
        persons,
        commands,
        HeadAttestationErrors.RecordedOtherwise,
        AttestationErrors.AnnulmentNotByFile
    )
{
    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from attestation in career.HeadAttestations.AsNoTracking()
            join employee in territory.Employees on attestation.EmployeeId equals employee.Id
            where attestation.State == AttestationState.Recorded
            orderby employee.NameKey, attestation.DecidedOn, attestation.Id
            select new KnownObject(
                attestation.Id,
                $"{employee.LastName} {employee.FirstName}: {attestation.DecidedOn:dd.MM.yyyy}"
            )
        ).AsAsyncEnumerable();

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await organisations.LoadAsync(cancellationToken);
        await positions.LoadAsync(cancellationToken);
    }

    protected override IEnumerable<WantedHeadAttestation> Resolve(
        IReadOnlyList<ImportRow<HeadAttestationRow>> rows,
        string? source
    )
    {
        foreach (var row in rows.OrderBy(row => row.Value.DecidedOn))
        {
            var value = row.Value;
            var organisation = organisations.Take(row, value.Organisation, "organisation");
            var position = positions.Take(row, value.Position, "position");

            // A candidate works elsewhere as a rule: appointed is who has been attested (ATT-25).
            if (TakePerson(row, organisation?.Id, source, anywhere: true) is { } person)
            {
                yield return new WantedHeadAttestation(row, person, organisation!.Id, position!.Id);
            }
        }
    }

    protected override Task<List<HeadAttestationDetails>> ReadAsync(
        HashSet<Guid> employeeIds,
        IReadOnlyList<WantedHeadAttestation> found,
        CancellationToken cancellationToken
    )
    {
        DateOnly[] days = [.. found.Select(one => one.Row.Value.DecidedOn!.Value).Distinct()];
        return career
            .HeadAttestations.AsNoTracking()
            .Where(attestation => employeeIds.Contains(attestation.EmployeeId) && days.Contains(attestation.DecidedOn))
            .Select(projections.WithoutNames<HeadAttestation, HeadAttestationDetails>())
            .ToListAsync(cancellationToken);
    }

    protected override HeadDecisionKey KeyOf(WantedHeadAttestation wanted, Guid employeeId) =>
        new(employeeId, wanted.OrganisationId, wanted.PositionId, wanted.Row.Value.DecidedOn!.Value);

    protected override HeadDecisionKey KeyOf(HeadAttestationDetails details) =>
        new(details.EmployeeId, details.OrganisationId, details.PositionId, details.DecidedOn);

    protected override bool IsAnnulled(WantedHeadAttestation wanted) =>
        wanted.Row.Value.State == AttestationState.Annulled;

    protected override bool IsAnnulled(HeadAttestationDetails details) => details.State != AttestationState.Recorded;

    protected override void Begin(RowPlan<HeadAttestationDetails> plan, WantedHeadAttestation wanted, Guid employeeId)
    {
        var row = wanted.Row.Value;
        plan.Begin(
            new RecordHeadAttestation
            {
                EmployeeId = employeeId,
                OrganisationId = wanted.OrganisationId,
                PositionId = wanted.PositionId,
                Commission = row.Commission!,
                DecidedOn = row.DecidedOn!.Value,
                Outcome = row.Outcome!.Value,
                ActNumber = row.ActNumber,
                ActDate = row.ActDate,
                Source = row.Source,
            }
        );
    }

    protected override IEnumerable<string> Differences(WantedHeadAttestation wanted, HeadAttestationDetails known)
    {
        var row = wanted.Row.Value;
        if (row.Commission != known.Commission)
        {
            yield return "commission";
        }

        if (row.Outcome != known.Outcome)
        {
            yield return "outcome";
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

/// <summary>What makes two entries one decision about a head.</summary>
internal sealed record HeadDecisionKey(Guid EmployeeId, Guid OrganisationId, Guid PositionId, DateOnly DecidedOn);

/// <summary>A decision about a head that a row means.</summary>
internal sealed record WantedHeadAttestation(
    ImportRow<HeadAttestationRow> Row,
    PersonClue Person,
    Guid OrganisationId,
    Guid PositionId
) : WantedEntry<HeadAttestationRow>(Row, Person);
