using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Enters completed training; what is on file already has to be the same.</summary>
internal sealed class TrainingRecordImporter(
    ITrainingStore store,
    ITerritoryStore territory,
    OrganisationDirectory organisations,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<TrainingRecordRow, WantedTraining, TrainingRecordDetails>(commands)
{
    private readonly Dictionary<TrainingKey, TrainingRecordDetails> _known = [];

    /// <summary>What was annulled; of one training there may be several.</summary>
    private readonly Dictionary<TrainingKey, List<TrainingRecordDetails>> _annulled = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from record in store.TrainingRecords.AsNoTracking()
            join employee in territory.Employees on record.EmployeeId equals employee.Id
            where record.State == TrainingRecordState.Recorded
            orderby employee.NameKey, record.CompletedOn, record.Id
            select new KnownObject(
                record.Id,
                $"{employee.LastName} {employee.FirstName}: {record.Title}, {record.CompletedOn:dd.MM.yyyy}"
            )
        ).AsAsyncEnumerable();

    protected override Task OpenAsync(CancellationToken cancellationToken) =>
        organisations.LoadAsync(cancellationToken);

    protected override IEnumerable<WantedTraining> Resolve(
        IReadOnlyList<ImportRow<TrainingRecordRow>> rows,
        string? source
    )
    {
        foreach (var row in rows)
        {
            var value = row.Value;
            if (!organisations.Find(value.Organisation!).Succeeded(out var organisation, out var unknown))
            {
                row.Refuse(unknown, "organisation", value.Organisation);
            }

            if (persons.TakePerson(row, organisation?.Id, source) is { } person)
            {
                yield return new WantedTraining(row, person, organisation!.Id);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedTraining> found,
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
            DateOnly[] days = [.. found.Select(one => one.Row.Value.CompletedOn!.Value).Distinct()];
            var known = await store
                .TrainingRecords.AsNoTracking()
                .Where(record => employeeIds.Contains(record.EmployeeId) && days.Contains(record.CompletedOn))
                .Select(projections.Of<TrainingRecord, TrainingRecordDetails>())
                .ToListAsync(cancellationToken);
            foreach (var record in known)
            {
                Add(record);
            }
        }
    }

    protected override RowPlan<TrainingRecordDetails>? Plan(WantedTraining wanted)
    {
        var row = wanted.Row.Value;
        if (persons.FindPerson(wanted.Row, wanted.Person) is not { } person)
        {
            return null;
        }

        var key = new TrainingKey(person.Id, TrainingRecord.KeyOf(row.Title!), row.CompletedOn!.Value);
        if (row.State == TrainingRecordState.Annulled)
        {
            return PlanAnnulled(wanted, key);
        }

        var known = _known.GetValueOrDefault(key);
        var plan = new RowPlan<TrainingRecordDetails>(known);
        if (known is not null)
        {
            foreach (var column in Differences(wanted, known))
            {
                wanted.Row.Refuse(TrainingRecordErrors.RecordedOtherwise, column);
            }

            return wanted.Row.Refused ? null : plan;
        }

        plan.Begin(
            new RecordTraining
            {
                EmployeeId = person.Id,
                OrganisationId = wanted.OrganisationId,
                Provider = row.Provider!,
                Title = row.Title!,
                Kind = row.Kind!.Value,
                Hours = row.Hours!.Value,
                StartsOn = row.StartsOn,
                CompletedOn = row.CompletedOn.Value,
                DocumentKind = row.DocumentKind,
                DocumentNumber = row.DocumentNumber,
                DocumentDate = row.DocumentDate,
                Topics = row.Topics ?? [],
                Origin = TrainingOrigin.Imported,
            },
            "title"
        );
        return plan;
    }

    protected override void Remember(WantedTraining wanted, TrainingRecordDetails details) => Add(details);

    private RowPlan<TrainingRecordDetails>? PlanAnnulled(WantedTraining wanted, TrainingKey key)
    {
        if (
            _annulled.TryGetValue(key, out var annulled)
            && annulled.Find(one => !Differences(wanted, one).Any()) is { } known
        )
        {
            return new RowPlan<TrainingRecordDetails>(known);
        }

        wanted.Row.RefuseBy(TrainingRecordErrors.AnnulmentNotByFile);
        return null;
    }

    private void Add(TrainingRecordDetails details)
    {
        var key = new TrainingKey(details.EmployeeId, TrainingRecord.KeyOf(details.Title), details.CompletedOn);
        if (details.State == TrainingRecordState.Recorded)
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
    private static IEnumerable<string> Differences(WantedTraining wanted, TrainingRecordDetails known)
    {
        var row = wanted.Row.Value;
        (string Column, bool Differs)[] columns =
        [
            ("organisation", wanted.OrganisationId != known.OrganisationId),
            ("provider", TrainingRecord.KeyOf(row.Provider!) != TrainingRecord.KeyOf(known.Provider)),
            ("kind", row.Kind != known.Kind),
            ("hours", row.Hours != known.Hours),
            ("startsOn", row.StartsOn is { } startsOn && startsOn != known.StartsOn),
            ("documentKind", row.DocumentKind is { } kind && kind != known.DocumentKind),
            ("documentNumber", row.DocumentNumber is { } number && number != known.DocumentNumber),
            ("documentDate", row.DocumentDate is { } date && date != known.DocumentDate),
            ("topics", row.Topics is { } topics && !TrainingRecord.NormalTopics(topics).SequenceEqual(known.Topics)),
        ];
        return columns.Where(column => column.Differs).Select(column => column.Column);
    }

    /// <summary>What makes two entries one training.</summary>
    private sealed record TrainingKey(Guid EmployeeId, string TitleKey, DateOnly CompletedOn);
}

/// <summary>Training that a row means.</summary>
internal sealed record WantedTraining(ImportRow<TrainingRecordRow> Row, PersonClue Person, Guid OrganisationId)
    : Wanted<TrainingRecordRow>(Row);
