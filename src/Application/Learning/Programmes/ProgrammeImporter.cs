using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Registers programmes, changes their cards and takes them out of use.</summary>
internal sealed class ProgrammeImporter(ILearningStore store, IProjections projections, RowCommands commands)
    : CommandImporter<ProgrammeRow, WantedProgramme, ProgrammeDetails>(commands)
{
    private readonly Dictionary<string, ProgrammeDetails> _known = new(StringComparer.Ordinal);

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        store
            .Programmes.AsNoTracking()
            .OrderBy(programme => programme.TitleKey)
            .ThenBy(programme => programme.Id)
            .Select(programme => new KnownObject(programme.Id, programme.Code + " — " + programme.Title))
            .AsAsyncEnumerable();

    protected override IEnumerable<WantedProgramme> Resolve(
        IReadOnlyList<ImportRow<ProgrammeRow>> rows,
        string? source
    ) => rows.Select(row => new WantedProgramme(row));

    protected override async Task LoadAsync(
        IReadOnlyList<WantedProgramme> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        string[] codes = [.. found.Select(one => one.Row.Value.Code!).Distinct()];
        var known = await store
            .Programmes.AsNoTracking()
            .Where(programme => codes.Contains(programme.Code))
            .Select(projections.Of<Programme, ProgrammeDetails>())
            .ToListAsync(cancellationToken);
        foreach (var programme in known)
        {
            _known.Add(programme.Code, programme);
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

        var body = ToBody(row, known);
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
        _known[details.Code] = details;

    /// <summary>The file has no columns for modules, audience, provider and licence: what is on file stays.</summary>
    private static RegisterProgramme ToBody(ProgrammeRow row, ProgrammeDetails? known) =>
        new()
        {
            Code = row.Code!,
            Kind = row.Kind!.Value,
            Title = row.Title!,
            Hours = row.Hours!.Value,
            Line = row.Line!.Value,
            Form = row.Form!.Value,
            ApprovedOn = row.ApprovedOn!.Value,
            Modules = ProgrammeModuleBody.Of(known?.Modules ?? []),
            Audience = ProgrammeAudienceBody.Of(known?.Audience),
            Provider = known?.Provider,
            Licence = ProgrammeLicenceBody.Of(known?.Licence),
        };

    private static bool IsOnFile(RegisterProgramme body, ProgrammeDetails known) =>
        body.Title == known.Title
        && body.Hours == known.Hours
        && body.Line == known.Line
        && body.Form == known.Form
        && body.ApprovedOn == known.ApprovedOn;
}

/// <summary>A programme that a row means.</summary>
internal sealed record WantedProgramme(ImportRow<ProgrammeRow> Row) : Wanted<ProgrammeRow>(Row);
