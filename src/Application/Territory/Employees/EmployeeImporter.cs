using FluentValidation;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Does with each row of a staff list what the request by key does, a thousand rows with a handful of queries.
/// </summary>
internal sealed class EmployeeImporter(
    ITerritoryStore store,
    OrganisationDirectory organisations,
    PositionDirectory positions,
    EmployeeMatch match,
    IExternalKeys keys,
    IBulk bulk,
    IValidator<RegisterEmployee> validator,
    IClock clock,
    Caller caller
) : IRowImporter<EmployeeRow>
{
    /// <summary>Persons who wait to be written with the chunk: nothing of them is in the database yet.</summary>
    private readonly HashSet<Guid> _new = [];

    public async Task ImportAsync(
        IReadOnlyList<ImportRow<EmployeeRow>> rows,
        string? source,
        CancellationToken cancellationToken
    )
    {
        await organisations.LoadAsync(cancellationToken);
        await positions.LoadAsync(cancellationToken);
        _new.Clear();
        List<Candidate> candidates = new(rows.Count);
        foreach (var row in rows)
        {
            if (Prepare(row, source) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        await match.LoadAsync(candidates, source, cancellationToken);
        var today = clock.Today;
        foreach (var candidate in candidates)
        {
            Write(candidate, today);
        }
    }

    public IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        store
            .SeenEmployees.OrderBy(employee => employee.NameKey)
            .ThenBy(employee => employee.Id)
            .Select(employee => new KnownObject(employee.Id, employee.LastName + " " + employee.FirstName))
            .AsAsyncEnumerable();

    /// <summary>Finds what the row names and checks the form of its values, as the single request does.</summary>
    private Candidate? Prepare(ImportRow<EmployeeRow> row, string? source)
    {
        var value = row.Value;
        row.TakeKey(value.Key, "key", source, out var key);
        var place = value.WorksNowhere ? null : TakePlace(row);

        Snils? snils = null;
        if (value.Snils is not null)
        {
            if (Snils.TryParse(value.Snils, out var parsed))
            {
                snils = parsed;
            }
            else
            {
                row.Refuse(EmployeeErrors.InvalidSnils, "snils", value.Snils);
            }
        }

        // Callers limited to an organisation could not see a person who works nowhere.
        if (value.WorksNowhere && !caller.Scope.AllOrganisations)
        {
            row.Refuse(OrganisationErrors.Unknown("/employment/organisationId"), "organisation");
        }

        // Who may not identify by protected data names the person by name and organisation, which all others have.
        if (match.ByProtectedData && value.Key is null && value.Snils is null && value.BirthDate is null)
        {
            row.Refuse(EmployeeErrors.NotIdentified);
        }

        if (row.Refused)
        {
            return null;
        }

        var body = value.ToBody(place);
        var form = validator.Validate(body);
        if (!form.IsValid)
        {
            row.RefuseBy(ValidationErrors.From(form));
            return null;
        }

        return new Candidate(row, body, place?.Organisation, snils, key);
    }

    /// <summary>The place of work of a row; null: it was refused.</summary>
    private TakenPlace? TakePlace(ImportRow<EmployeeRow> row)
    {
        var value = row.Value;
        var organisation = organisations.Take(row, value.Organisation, "organisation");
        var position = positions.Take(row, value.Position, "position");
        return row.Refused ? null : new TakenPlace(organisation!, position!.Id);
    }

    private void Write(Candidate candidate, DateOnly today)
    {
        var (row, body) = (candidate.Row, candidate.Body);
        if (!match.Find(candidate).Succeeded(out var found, out var error))
        {
            row.RefuseBy(error);
            return;
        }

        var known = found.Employee;
        if (row.Refused || (known is not null && RefuseOther(candidate, known, found.ByKey)))
        {
            return;
        }

        body = known is null ? body : body.Complete(known);

        if (body.Employment is { } employment)
        {
            WriteEmployed(candidate, found, body, employment, today);
        }
        else
        {
            WriteGuest(candidate, found, body, today);
        }
    }

    private void WriteEmployed(
        Candidate candidate,
        Found found,
        RegisterEmployee body,
        EmploymentBody employment,
        DateOnly today
    )
    {
        // Judged before anything is touched: a refused row must leave the person as he is.
        var (row, known) = (candidate.Row, found.Employee);
        var place = OnFile(known, row.Value, employment);
        var knownPlace = known is null ? null : EmployeeUpsert.FindPlace(known, place);
        if (knownPlace is not null && row.Value.Rate is null)
        {
            place = place with { Rate = knownPlace.Rate };
        }

        if (knownPlace is null && RefuseClosed(candidate.Organisation!, place.From) is { } closed)
        {
            row.RefuseBy(closed);
            return;
        }

        var bound = candidate.Key is not null && !found.ByKey;
        if (known is not null && caller.RefuseFormer(known, clock.LatestDay) is { } former)
        {
            TakeRepeated(candidate, known, body, !bound && Repeats(knownPlace, place), former);
            return;
        }

        if (!EmployeeUpsert.WriteCard(known, body, today, caller).Succeeded(out var outcome, out var error))
        {
            row.RefuseBy(error);
            return;
        }

        var placed = EmployeeUpsert.WritePlace(outcome.Employee, place, candidate.Organisation!.OutsideTerritory);
        if (placed.Refused)
        {
            row.RefuseBy(placed.Error);
            outcome.Undo(today);
            return;
        }

        foreach (var warning in placed.Warnings)
        {
            row.Warn(warning, "outsideTerritory");
        }

        Settle(candidate, outcome, placed.Value, bound);
    }

    /// <summary>
    /// What a former employer repeats of the past is no change; whatever else he says of the person is refused. He is judged by
    /// what he may read: to agree with the card of today would tell him what stands there.
    /// </summary>
    private void TakeRepeated(
        Candidate candidate,
        Employee known,
        RegisterEmployee body,
        bool repeatsPlace,
        Error former
    )
    {
        if (!repeatsPlace || !caller.Knows(known, candidate.Clue.NameKey, body.Education, body.TeachingSince))
        {
            candidate.Row.RefuseBy(former);
            return;
        }

        match.Remember(candidate, known);
        candidate.Row.Settle(RowOutcome.Unchanged, known.Id);
    }

    /// <summary>A guest has a card and no place of work.</summary>
    private void WriteGuest(Candidate candidate, Found found, RegisterEmployee body, DateOnly today)
    {
        if (!EmployeeUpsert.WriteCard(found.Employee, body, today, caller).Succeeded(out var outcome, out var error))
        {
            candidate.Row.RefuseBy(error);
            return;
        }

        Settle(candidate, outcome, placed: false, bound: candidate.Key is not null && !found.ByKey);
    }

    /// <summary>Nobody begins to work in an organisation that is closed.</summary>
    private static Error? RefuseClosed(OrganisationFacts organisation, DateOnly from) =>
        new OrganisationStanding(organisation.ShortName, organisation.Status, organisation.StatusSince).RefuseOn(
            from,
            "/employment/organisationId"
        );

    private void Settle(Candidate candidate, CardOutcome outcome, bool placed, bool bound)
    {
        if (outcome.Created)
        {
            bulk.Add(outcome.Employee);
            _new.Add(outcome.Employee.Id);
        }

        if (bound)
        {
            Bind(candidate.Key!, outcome.Employee.Id);
        }

        if (outcome.LeftOut)
        {
            candidate.Row.Warn(
                EmployeeWarnings.ProtectedLeftOut,
                candidate.Row.Value.Snils is null ? "birthDate" : "snils"
            );
        }

        match.Remember(candidate, outcome.Employee);
        candidate.Row.Settle(
            outcome.Created ? RowOutcome.Created
                : outcome.Changed || placed || bound ? RowOutcome.Changed
                : RowOutcome.Unchanged,
            outcome.Employee.Id
        );
    }

    private static bool Repeats(Employment? known, EmploymentBody place) =>
        known is not null && place.Rate == known.Rate && (place.To ?? known.To) == known.To;

    /// <summary>
    /// Known by the number alone: another name is reported, and with another birth date it is another person.
    /// </summary>
    private bool RefuseOther(Candidate candidate, Employee known, bool byKey)
    {
        candidate.Row.Means(known.Id);
        var sameName = caller.NameKeyOf(known) == candidate.Clue.NameKey;
        if (byKey)
        {
            if (
                match.ByProtectedData
                && Employee.RefuseKeyOf(sameName, known.BirthDate, candidate.Clue.BirthDate) is { } other
            )
            {
                candidate.Row.Refuse(other, "key");
                return true;
            }

            return false;
        }

        if (sameName)
        {
            return false;
        }

        if (known.BirthDate is { } born && candidate.Clue.BirthDate is { } given && born != given)
        {
            candidate.Row.RefuseBy(EmployeeErrors.SnilsTaken);
            return true;
        }

        candidate.Row.Warn(EmployeeWarnings.OtherName, "lastName");
        return false;
    }

    private void Bind(ExternalKey key, Guid id)
    {
        if (_new.Contains(id))
        {
            keys.BindNew(PersonMatch.Resource, key, id);
        }
        else
        {
            keys.Bind(PersonMatch.Resource, key, id);
        }
    }

    /// <summary>
    /// Of a place of work whose kind the row leaves out, the kind is that on file, where there is but one such place.
    /// </summary>
    private static EmploymentBody OnFile(Employee? known, EmployeeRow row, EmploymentBody place)
    {
        var alike =
            row.Kind is null && known is not null
                ? known
                    .Employments.Where(other =>
                        other.OrganisationId == place.OrganisationId
                        && other.PositionId == place.PositionId
                        && other.From == place.From
                    )
                    .ToList()
                : [];
        return alike.Count == 1 ? place with { Kind = alike[0].Kind } : place;
    }
}
