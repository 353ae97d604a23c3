using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Registers organisations and brings cards and status of known ones up to date.</summary>
internal sealed class OrganisationImporter(
    ITerritoryStore store,
    IExternalKeys keys,
    IProjections projections,
    RowCommands commands
) : CommandImporter<OrganisationRow, WantedOrganisation, OrganisationDetails>(commands)
{
    private const string Resource = "organisations";

    private readonly Dictionary<Guid, OrganisationDetails> _known = [];
    private readonly Dictionary<string, Guid> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _byKey = new(StringComparer.Ordinal);

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        store
            .Organisations.AsNoTracking()
            .OrderBy(organisation => organisation.NameKey)
            .ThenBy(organisation => organisation.Id)
            .Select(organisation => new KnownObject(
                organisation.Id,
                organisation.Code + " — " + organisation.ShortName
            ))
            .AsAsyncEnumerable();

    protected override IEnumerable<WantedOrganisation> Resolve(
        IReadOnlyList<ImportRow<OrganisationRow>> rows,
        string? source
    )
    {
        foreach (var row in rows)
        {
            if (row.TakeKey(row.Value.Key, "key", source, out var key))
            {
                yield return new WantedOrganisation(row, key);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedOrganisation> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _byCode.Clear();
        _byKey.Clear();
        string[] texts = [.. found.Select(one => one.Key?.Key).OfType<string>().Distinct()];
        foreach (var (key, id) in await keys.FindManyAsync(Resource, source ?? "", texts, cancellationToken))
        {
            _byKey.Add(key, id);
        }

        var coded = await store
            .KnownNames()
            .FindByCodesAsync(found.Select(one => one.Row.Value.Code!), cancellationToken);
        Guid[] ids = [.. _byKey.Values.Union(coded.Values)];
        var known = await store
            .Organisations.AsNoTracking()
            .Where(organisation => ids.Contains(organisation.Id))
            .Select(projections.WithoutNames<Organisation, OrganisationDetails>())
            .ToListAsync(cancellationToken);
        foreach (var organisation in known)
        {
            _known.Add(organisation.Id, organisation);
        }

        foreach (var (code, id) in coded)
        {
            _byCode.Add(code, id);
        }
    }

    protected override RowPlan<OrganisationDetails>? Plan(WantedOrganisation wanted)
    {
        var row = wanted.Row.Value;
        var keyed = wanted.Key is { } key && _byKey.TryGetValue(key.Key, out var bearer) ? bearer : (Guid?)null;
        var id = keyed ?? (_byCode.TryGetValue(row.Code!, out var coded) ? coded : null);
        var known = id is null ? null : _known.GetValueOrDefault(id.Value);
        if (id is not null && known is null)
        {
            wanted.Row.Refuse(ExternalKeyErrors.Taken, "key");
            return null;
        }

        var body = ToBody(row, known);
        var plan = new RowPlan<OrganisationDetails>(known);
        if (known is null)
        {
            plan.Begin(body);
        }
        else if (!IsOnFile(body, known))
        {
            plan.Then(present => new UpdateOrganisation(present.Id, present.Version, body));
        }

        if (!PlanStatus(wanted, known, plan))
        {
            return null;
        }

        if (wanted.Key is { } own && keyed is null)
        {
            plan.Bind(
                new KeyBinding(
                    Resource,
                    own,
                    "key",
                    (id, token) => store.Organisations.SingleAsync(organisation => organisation.Id == id, token)
                )
            );
        }

        return plan;
    }

    protected override void Remember(WantedOrganisation wanted, OrganisationDetails details)
    {
        foreach (var (code, _) in _byCode.Where(one => one.Value == details.Id).ToList())
        {
            _byCode.Remove(code);
        }

        _known[details.Id] = details;
        _byCode[details.Code] = details.Id;
        _byCode[wanted.Row.Value.Code!] = details.Id;
        if (wanted.Key is { } key)
        {
            _byKey[key.Key] = details.Id;
        }
    }

    /// <summary>False: the row was refused. A day without a change of the status would not be kept, so it is refused too.</summary>
    private static bool PlanStatus(
        WantedOrganisation wanted,
        OrganisationDetails? known,
        RowPlan<OrganisationDetails> plan
    )
    {
        var (status, since) = (wanted.Row.Value.Status, wanted.Row.Value.StatusSince);
        var (present, presentSince) = (known?.Status ?? OrganisationStatus.Active, known?.StatusSince);
        if ((status ?? present) == present && (since ?? presentSince) == presentSince)
        {
            return true;
        }

        if (since is not { } day)
        {
            wanted.Row.Refuse(ImportErrors.Required, "statusSince");
            return false;
        }

        var body = new OrganisationStatusBody { Status = status ?? present, Since = day };
        plan.Then(organisation => new ChangeOrganisationStatus(organisation.Id, organisation.Version, body), "status");
        return true;
    }

    /// <summary>An empty cell leaves what is on file.</summary>
    private static RegisterOrganisation ToBody(OrganisationRow row, OrganisationDetails? known) =>
        new()
        {
            // Codes that differ in case are one: it stays as it was entered first.
            Code = string.Equals(row.Code, known?.Code, StringComparison.OrdinalIgnoreCase) ? known!.Code : row.Code!,
            ShortName = row.ShortName!,
            FullName = row.FullName ?? known?.FullName,
            Kind = row.Kind!.Value,
            LegalForm = row.LegalForm ?? known?.LegalForm,
            Number = row.Number ?? known?.Number,
            HasPreschoolGroups = row.HasPreschoolGroups ?? known?.HasPreschoolGroups ?? false,
            OutsideTerritory = row.OutsideTerritory ?? known?.OutsideTerritory ?? false,
            Ownership = row.Ownership ?? known?.Ownership,
            // What has become private has lost the authority above it.
            Subordination =
                row.Subordination ?? (row.Ownership == OrganisationOwnership.Private ? null : known?.Subordination),
            Founder = row.Founder ?? known?.Founder,
            Aliases = row.Aliases ?? known?.Aliases ?? [],
        };

    private static bool IsOnFile(RegisterOrganisation body, OrganisationDetails known) =>
        body.Code == known.Code
        && body.ShortName == known.ShortName
        && body.FullName == known.FullName
        && body.Kind == known.Kind
        && body.LegalForm == known.LegalForm
        && body.Number == known.Number
        && body.HasPreschoolGroups == known.HasPreschoolGroups
        && body.OutsideTerritory == known.OutsideTerritory
        && body.Ownership == known.Ownership
        && body.Subordination == known.Subordination
        && body.Founder == known.Founder
        // A former name is not kept as an alias besides.
        && body.Aliases.Except(known.FormerNames).ToHashSet(StringComparer.Ordinal).SetEquals(known.Aliases);
}

/// <summary>An organisation that a row means.</summary>
internal sealed record WantedOrganisation(ImportRow<OrganisationRow> Row, ExternalKey? Key)
    : Wanted<OrganisationRow>(Row);
