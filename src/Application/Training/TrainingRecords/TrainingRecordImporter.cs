using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Programmes;
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
)
    : HistoryImporter<TrainingRecordRow, WantedTraining, TrainingRecordDetails, TrainingKey>(
        persons,
        commands,
        TrainingRecordErrors.RecordedOtherwise,
        TrainingRecordErrors.AnnulmentNotByFile
    )
{
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
            var organisation = organisations.Take(row, value.Organisation, "organisation");
            if (TakePerson(row, organisation?.Id, source) is { } person)
            {
                yield return new WantedTraining(row, person, organisation!.Id);
            }
        }
    }

    protected override Task<List<TrainingRecordDetails>> ReadAsync(
        HashSet<Guid> employeeIds,
        IReadOnlyList<WantedTraining> found,
        CancellationToken cancellationToken
    )
    {
        DateOnly[] days = [.. found.Select(one => one.Row.Value.CompletedOn!.Value).Distinct()];
        return store
            .TrainingRecords.AsNoTracking()
            .Where(record => employeeIds.Contains(record.EmployeeId) && days.Contains(record.CompletedOn))
            .Select(projections.WithoutNames<TrainingRecord, TrainingRecordDetails>())
            .ToListAsync(cancellationToken);
    }

    protected override TrainingKey KeyOf(WantedTraining wanted, Guid employeeId) =>
        new(
            employeeId,
            TrainingRecord.KeyOf(wanted.Row.Value.Title!),
            wanted.Row.Value.Kind!.Value,
            TrainingRecord.KeyOf(wanted.Row.Value.Provider!),
            wanted.Row.Value.CompletedOn!.Value
        );

    protected override TrainingKey KeyOf(TrainingRecordDetails details) =>
        new(
            details.EmployeeId,
            TrainingRecord.KeyOf(details.Title),
            details.Kind,
            TrainingRecord.KeyOf(details.Provider),
            details.CompletedOn
        );

    protected override bool IsAnnulled(WantedTraining wanted) => wanted.Row.Value.State == TrainingRecordState.Annulled;

    protected override bool IsAnnulled(TrainingRecordDetails details) => details.State != TrainingRecordState.Recorded;

    protected override void Begin(RowPlan<TrainingRecordDetails> plan, WantedTraining wanted, Guid employeeId)
    {
        var row = wanted.Row.Value;
        plan.Begin(
            new RecordTraining
            {
                EmployeeId = employeeId,
                OrganisationId = wanted.OrganisationId,
                Provider = row.Provider!,
                Title = row.Title!,
                Kind = row.Kind!.Value,
                Hours = row.Hours,
                ProviderKind = row.ProviderKind,
                StartsOn = row.StartsOn,
                CompletedOn = row.CompletedOn!.Value,
                DocumentKind = row.DocumentKind,
                DocumentNumber = row.DocumentNumber,
                DocumentDate = row.DocumentDate,
                Topics = row.Topics ?? [],
                Origin = TrainingOrigin.Imported,
            },
            "title"
        );
    }

    protected override IEnumerable<string> Differences(WantedTraining wanted, TrainingRecordDetails known)
    {
        var row = wanted.Row.Value;
        (string Column, bool Differs)[] columns =
        [
            ("organisation", wanted.OrganisationId != known.OrganisationId),
            ("hours", row.Hours is { } hours && hours != known.Hours),
            ("providerKind", row.ProviderKind is { } providerKind && providerKind != known.ProviderKind),
            ("startsOn", row.StartsOn is { } startsOn && startsOn != known.StartsOn),
            ("documentKind", row.DocumentKind is { } kind && kind != known.DocumentKind),
            ("documentNumber", row.DocumentNumber is { } number && number != known.DocumentNumber),
            ("documentDate", row.DocumentDate is { } date && date != known.DocumentDate),
            ("topics", row.Topics is { } topics && !TrainingRecord.NormalTopics(topics).SequenceEqual(known.Topics)),
        ];
        return columns.Where(column => column.Differs).Select(column => column.Column);
    }
}

/// <summary>What makes two entries one training.</summary>
internal sealed record TrainingKey(
    Guid EmployeeId,
    string TitleKey,
    ProgrammeKind Kind,
    string ProviderKey,
    DateOnly CompletedOn
);

/// <summary>Training that a row means.</summary>
internal sealed record WantedTraining(ImportRow<TrainingRecordRow> Row, PersonClue Person, Guid OrganisationId)
    : WantedEntry<TrainingRecordRow>(Row, Person);
