using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>Records the pupils of grades and corrects those on file.</summary>
internal sealed class ContingentImporter(
    ITerritoryStore store,
    OrganisationDirectory organisations,
    IProjections projections,
    RowCommands commands
) : CommandImporter<ContingentRow, WantedContingent, ContingentDetails>(commands)
{
    private readonly Dictionary<(Guid, AcademicYear, int), ContingentDetails> _known = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from contingent in store.Contingents.AsNoTracking()
            join organisation in store.Organisations on contingent.OrganisationId equals organisation.Id
            orderby organisation.NameKey, contingent.AcademicYear, contingent.Grade, contingent.Id
            select new
            {
                contingent.Id,
                organisation.ShortName,
                contingent.AcademicYear,
                contingent.Grade,
            }
        )
            .AsAsyncEnumerable()
            .Select(one => new KnownObject(one.Id, $"{one.ShortName}, {one.AcademicYear}, {one.Grade}"));

    protected override Task OpenAsync(CancellationToken cancellationToken) =>
        organisations.LoadAsync(cancellationToken);

    protected override IEnumerable<WantedContingent> Resolve(
        IReadOnlyList<ImportRow<ContingentRow>> rows,
        string? source
    )
    {
        foreach (var row in rows)
        {
            if (organisations.Take(row, row.Value.Organisation, "organisation") is { } organisation)
            {
                yield return new WantedContingent(row, organisation.Id);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedContingent> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        Guid[] schools = [.. found.Select(one => one.OrganisationId).Distinct()];
        AcademicYear[] years = [.. found.Select(one => one.Row.Value.AcademicYear!.Value).Distinct()];
        var known = await store
            .Contingents.AsNoTracking()
            .Where(one => schools.Contains(one.OrganisationId) && years.Contains(one.AcademicYear))
            .Select(projections.WithoutNames<Contingent, ContingentDetails>())
            .ToListAsync(cancellationToken);
        foreach (var contingent in known)
        {
            Keep(contingent);
        }
    }

    protected override RowPlan<ContingentDetails>? Plan(WantedContingent wanted)
    {
        var row = wanted.Row.Value;
        var known = _known.GetValueOrDefault((wanted.OrganisationId, row.AcademicYear!.Value, row.Grade!.Value));
        var plan = new RowPlan<ContingentDetails>(known);
        if (known is null)
        {
            plan.Begin(
                new RecordContingent
                {
                    OrganisationId = wanted.OrganisationId,
                    AcademicYear = row.AcademicYear.Value,
                    Grade = row.Grade.Value,
                    Pupils = row.Pupils!.Value,
                    Classes = row.Classes,
                    CountedOn = row.CountedOn,
                }
            );
            return plan;
        }

        var body = new PupilCountBody
        {
            Pupils = row.Pupils!.Value,
            Classes = row.Classes ?? known.Classes,
            CountedOn = row.CountedOn ?? known.CountedOn,
        };
        if ((body.Pupils, body.Classes, body.CountedOn) != (known.Pupils, known.Classes, known.CountedOn))
        {
            plan.Then(present => new UpdateContingent(present.Id, present.Version, body));
        }

        return plan;
    }

    protected override void Remember(WantedContingent wanted, ContingentDetails details) => Keep(details);

    private void Keep(ContingentDetails one) => _known[(one.OrganisationId, one.AcademicYear, one.Grade)] = one;
}

/// <summary>The pupils that a row means.</summary>
internal sealed record WantedContingent(ImportRow<ContingentRow> Row, Guid OrganisationId) : Wanted<ContingentRow>(Row);
