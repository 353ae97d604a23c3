using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Registers programmes, changes their cards and takes them out of use.</summary>
internal sealed class ProgrammeImporter(
    ILearningStore store,
    PositionDirectory positions,
    IProjections projections,
    RowCommands commands
) : CommandImporter<ProgrammeRow, WantedProgramme, ProgrammeDetails>(commands)
{
    private readonly Dictionary<string, ProgrammeDetails> _known = new(StringComparer.Ordinal);

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        store
            .Programmes.AsNoTracking()
            .OrderBy(programme => programme.TitleKey)
            .ThenBy(programme => programme.Id)
            .Select(programme => new KnownObject(programme.Id, programme.Code + " — " + programme.Title))
            .AsAsyncEnumerable();

    protected override Task OpenAsync(CancellationToken cancellationToken) => positions.LoadAsync(cancellationToken);

    protected override IEnumerable<WantedProgramme> Resolve(IReadOnlyList<ImportRow<ProgrammeRow>> rows, string? source)
    {
        foreach (var row in rows)
        {
            var modules = ProgrammeCells.TakeModules(row, row.Value.Modules);
            var audience = ProgrammeCells.TakeAudience(row, row.Value.Audience, positions);
            if (!row.Refused)
            {
                yield return new WantedProgramme(row, modules, audience);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedProgramme> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        var coded = await store
            .KnownNames()
            .FindByCodesAsync(found.Select(one => one.Row.Value.Code!), cancellationToken);
        Guid[] ids = [.. coded.Values];
        var known = await store
            .Programmes.AsNoTracking()
            .Where(programme => ids.Contains(programme.Id))
            .Select(projections.WithoutNames<Programme, ProgrammeDetails>())
            .ToListAsync(cancellationToken);
        foreach (var (code, id) in coded)
        {
            _known.Add(code, known.First(programme => programme.Id == id));
        }
    }

    protected override RowPlan<ProgrammeDetails>? Plan(WantedProgramme wanted)
    {
        var row = wanted.Row.Value;
        var known = _known.GetValueOrDefault(row.Code!);
        if (known is not null && known.Kind != row.Kind)
        {
            wanted.Row.RefuseBy(ProgrammeErrors.KindFixed(known.Kind));
            return null;
        }

        if (known is { Status: ProgrammeStatus.Retired } && row.Status == ProgrammeStatus.Active)
        {
            wanted.Row.RefuseBy(ProgrammeErrors.StaysRetired);
            return null;
        }

        var body = ToBody(wanted, known);
        if (body is null)
        {
            return null;
        }

        var plan = new RowPlan<ProgrammeDetails>(known);
        if (known is null)
        {
            plan.Begin(body);
        }
        else if (!IsOnFile(body, known))
        {
            plan.Then(present => new UpdateProgramme(present.Id, present.Version, body));
        }

        if (row.Status == ProgrammeStatus.Retired && known?.Status != ProgrammeStatus.Retired)
        {
            plan.Then(present => new RetireProgramme(present.Id, present.Version), "status");
        }

        return plan;
    }

    protected override void Remember(WantedProgramme wanted, ProgrammeDetails details) =>
        _known[wanted.Row.Value.Code!] = details;

    /// <summary>What the file leaves empty stays as it is on file. Null: the row was refused.</summary>
    private static RegisterProgramme? ToBody(WantedProgramme wanted, ProgrammeDetails? known)
    {
        var row = wanted.Row.Value;
        var licence = ProgrammeLicenceBody.Of(known?.Licence);
        var (number, day) = (row.Licence ?? licence?.Number, row.LicenceIssuedOn ?? licence?.IssuedOn);
        if (number is null != day is null)
        {
            wanted.Row.Refuse(ImportErrors.Required, number is null ? "licence" : "licenceIssuedOn");
            return null;
        }

        return new RegisterProgramme
        {
            Code = row.Code!,
            Kind = row.Kind!.Value,
            Title = row.Title!,
            Hours = row.Hours!.Value,
            Line = row.Line!.Value,
            Form = row.Form!.Value,
            ApprovedOn = row.ApprovedOn!.Value,
            Modules = wanted.Modules ?? ProgrammeModuleBody.Of(known?.Modules ?? []),
            Audience = AudienceOf(wanted, ProgrammeAudienceBody.Of(known?.Audience)),
            Provider = row.Provider ?? known?.Provider,
            Topics = row.Topics ?? known?.Topics ?? [],
            Licence =
                number is null || day is null
                    ? null
                    : new ProgrammeLicenceBody { Number = number, IssuedOn = day.Value },
        };
    }

    private static ProgrammeAudienceBody? AudienceOf(WantedProgramme wanted, ProgrammeAudienceBody? known)
    {
        var named = wanted.Audience ?? known;
        var text = wanted.Row.Value.AudienceText ?? known?.Text;
        return named is null && text is null ? null : (named ?? new ProgrammeAudienceBody()) with { Text = text };
    }

    private static bool IsOnFile(RegisterProgramme body, ProgrammeDetails known) =>
        body.Title == known.Title
        && body.Hours == known.Hours
        && body.Line == known.Line
        && body.Form == known.Form
        && body.ApprovedOn == known.ApprovedOn
        && body.Provider == known.Provider
        && TopicNames.Normal(body.Topics).SequenceEqual(known.Topics)
        && body.Modules.SequenceEqual(ProgrammeModuleBody.Of(known.Modules))
        && body.Licence == ProgrammeLicenceBody.Of(known.Licence)
        && ProgrammeAudience.Same(body.Audience?.ToAudience(), known.Audience);
}

/// <summary>A programme that a row means.</summary>
/// <param name="Row">The row.</param>
/// <param name="Modules">Null: the row says nothing of them.</param>
/// <param name="Audience">Null: the row names none.</param>
internal sealed record WantedProgramme(
    ImportRow<ProgrammeRow> Row,
    IReadOnlyList<ProgrammeModuleBody>? Modules,
    ProgrammeAudienceBody? Audience
) : Wanted<ProgrammeRow>(Row);
