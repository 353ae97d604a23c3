using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Takes schools into cycles and records their risk profiles; the rows of a school are one attempt.</summary>
internal sealed class ParticipationImporter(
    IImprovementStore store,
    ITerritoryStore territory,
    SupportProgrammeDirectory programmes,
    OrganisationDirectory organisations,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<ParticipationRow, SchoolRows, ParticipationDetails>(commands)
{
    private readonly Dictionary<SchoolYear, ParticipationDetails> _known = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from participation in store.Participations.AsNoTracking()
            join programme in store.SupportProgrammes on participation.SupportProgrammeId equals programme.Id
            join organisation in territory.Organisations on participation.OrganisationId equals organisation.Id
            orderby programme.Code, participation.CycleYear, organisation.Code, participation.Id
            select new KnownObject(
                participation.Id,
                $"{programme.Code}, {participation.CycleYear}: {organisation.ShortName}"
            )
        ).AsAsyncEnumerable();

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await programmes.LoadAsync(cancellationToken);
        await organisations.LoadAsync(cancellationToken);
    }

    protected override IEnumerable<SchoolRows> Resolve(IReadOnlyList<ImportRow<ParticipationRow>> rows, string? source)
    {
        Dictionary<SchoolYear, List<ImportRow<ParticipationRow>>> schools = [];
        foreach (var row in rows)
        {
            var value = row.Value;
            var programme = programmes.Take(row, value.Programme, "programme");
            var organisation = organisations.Take(row, value.Organisation, "organisation");
            if (value.Factor is null != value.Level is null)
            {
                row.Refuse(ImportErrors.Required, value.Factor is null ? "factor" : "level");
            }

            if (programme is not null && organisation is not null)
            {
                var school = new SchoolYear(programme.Id, value.Year!.Value, organisation.Id);
                if (!schools.TryGetValue(school, out var together))
                {
                    schools.Add(school, together = []);
                }

                together.Add(row);
            }
        }

        return [.. schools.Select(school => new SchoolRows(school.Key, school.Value, source))];
    }

    protected override async Task LoadAsync(
        IReadOnlyList<SchoolRows> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        Guid[] programmeIds = [.. found.Select(one => one.School.ProgrammeId).Distinct()];
        Guid[] organisationIds = [.. found.Select(one => one.School.OrganisationId).Distinct()];
        int[] years = [.. found.Select(one => one.School.Year).Distinct()];
        var known = await store
            .Participations.AsNoTracking()
            .Where(participation =>
                programmeIds.Contains(participation.SupportProgrammeId)
                && years.Contains(participation.CycleYear)
                && organisationIds.Contains(participation.OrganisationId)
            )
            .Select(projections.WithoutNames<Participation, ParticipationDetails>())
            .ToListAsync(cancellationToken);
        foreach (var participation in known)
        {
            Add(participation);
        }

        await persons.LoadAsync(
            [.. found.SelectMany(one => new[] { one.Coordinator.Clue, one.Curator.Clue }).Where(IsGiven)],
            known.SelectMany(one => new[] { one.CoordinatorId, one.CuratorId }),
            source,
            cancellationToken
        );

        static bool IsGiven(PersonClue clue) => clue.Key is not null || clue.Snils is not null;
    }

    protected override RowPlan<ParticipationDetails>? Plan(SchoolRows wanted)
    {
        wanted.Rows.RefuseTogether();
        if (wanted.Row.Refused)
        {
            return null;
        }

        var known = _known.GetValueOrDefault(wanted.School);
        var coordinator = FindPerson(wanted, wanted.Coordinator, known?.CoordinatorId);
        var curator = FindPerson(wanted, wanted.Curator, known?.CuratorId);
        if (known is not null && wanted.On.Value.On is { } on && on != known.AssignedOn)
        {
            wanted.On.RefuseBy(ParticipationErrors.AssignedOtherwise(known.AssignedOn));
        }

        var plan = new RowPlan<ParticipationDetails>(known);
        if (known is null && coordinator is not null && curator is not null)
        {
            var body = new SchoolAssignmentBody
            {
                Year = wanted.School.Year,
                OrganisationId = wanted.School.OrganisationId,
                CoordinatorId = coordinator.Value,
                CuratorId = curator.Value,
                On = wanted.On.Value.On,
            };
            plan.Begin(new AssignSchool(wanted.School.ProgrammeId, body));
        }

        if (PlanProfile(wanted, known) is { } profile)
        {
            plan.Then(
                present => new RecordRiskProfile(present.SupportProgrammeId, present.Id, present.Version, profile),
                "factor"
            );
        }

        wanted.Rows.RefuseTogether();
        return wanted.Row.Refused ? null : plan;
    }

    protected override void Settle(SchoolRows wanted, RowAnswer<ParticipationDetails> answer)
    {
        if (answer.Error is { } error)
        {
            wanted.RefuseBy(error, answer.Column);
            return;
        }

        foreach (var warning in answer.Warnings)
        {
            wanted.Row.Warn(warning);
        }

        // What is not a level (the source, the day) is reported at the first row.
        var changed = wanted.Rows.Where(row => answer.Known is null || !IsOnFile(row.Value, answer.Known)).ToHashSet();
        if (changed.Count == 0)
        {
            changed.Add(wanted.Row);
        }

        foreach (var row in wanted.Rows)
        {
            row.Settle(
                answer.Outcome == RowOutcome.Changed && !changed.Contains(row) ? RowOutcome.Unchanged : answer.Outcome,
                answer.Details!.Id
            );
        }
    }

    protected override void Remember(SchoolRows wanted, ParticipationDetails details) => Add(details);

    /// <summary>Who supports the school; null: the row was refused.</summary>
    /// <remarks>A name identifies nobody: it is compared with the one who does.</remarks>
    private Guid? FindPerson(SchoolRows wanted, Supporter person, Guid? present)
    {
        var (clue, row) = (person.Clue, person.Row);
        if (clue.Key is not null || clue.Snils is not null)
        {
            if (!persons.Find(clue).Succeeded(out var found, out var error))
            {
                row.Refuse(error, clue.Key is not null ? person.KeyColumn : person.SnilsColumn);
                return null;
            }

            if (present is not null && present != found.Id)
            {
                row.RefuseBy(ParticipationErrors.PeopleNotByFile(person.Pointer));
                return null;
            }

            if (clue.NameKey.Length > 0 && !PersonRows.Bears(found.NameKey, clue.NameKey))
            {
                row.Warn(EmployeeWarnings.OtherName, person.Column);
            }

            return found.Id;
        }

        if (clue.NameKey.Length > 0 && present is not null && persons.Get(present.Value) is { } known)
        {
            if (!PersonRows.Bears(known.NameKey, clue.NameKey))
            {
                row.RefuseBy(ParticipationErrors.PeopleNotByFile(person.Pointer));
                return null;
            }
        }
        else if (clue.NameKey.Length > 0 || present is null)
        {
            row.Refuse(clue.NameKey.Length > 0 ? EmployeeErrors.NotIdentified : ImportErrors.Required, person.Column);
            return null;
        }

        return present;
    }

    /// <summary>The profile that the rows make; null: there is none, or it is on file.</summary>
    private static RiskProfileBody? PlanProfile(SchoolRows wanted, ParticipationDetails? known)
    {
        var (source, date) = (
            wanted.ProfileSource.Value.ProfileSource ?? known?.ProfileSource,
            wanted.ProfileDate.Value.ProfileDate ?? known?.ProfileDate
        );
        if (
            wanted.Factors.Count == 0
            || (
                known is not null
                && source == known.ProfileSource
                && date == known.ProfileDate
                && wanted.Factors.All(row => IsOnFile(row.Value, known))
            )
        )
        {
            return null;
        }

        if (source is null)
        {
            wanted.Row.Refuse(ImportErrors.Required, "profileSource");
        }

        if (date is null)
        {
            wanted.Row.Refuse(ImportErrors.Required, "profileDate");
        }

        return source is null || date is null
            ? null
            : new RiskProfileBody
            {
                Source = source,
                Date = date.Value,
                Factors = [.. wanted.Factors.Select(row => ToBody(row.Value))],
            };
    }

    private static RiskLevelBody ToBody(ParticipationRow row)
    {
        var reference = row.ToReference();
        return new RiskLevelBody
        {
            Factor = reference.Name,
            Number = reference.Number,
            Level = row.Level!.Value,
        };
    }

    private static bool IsOnFile(ParticipationRow row, ParticipationDetails known)
    {
        if (row.Factor is null)
        {
            return true;
        }

        var (name, number) = (SearchText.Normalize(row.ToReference().Name), row.ToReference().Number);
        return known.Risks.Any(risk =>
            risk.Level == row.Level
            && (number is null ? SearchText.Normalize(risk.Factor) == name : risk.Number == number)
        );
    }

    private void Add(ParticipationDetails details) =>
        _known[new SchoolYear(details.SupportProgrammeId, details.Year, details.OrganisationId)] = details;
}
