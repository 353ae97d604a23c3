using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>The support programmes of the centre, found by code or name. Read once in the life of an import.</summary>
internal sealed class SupportProgrammeDirectory(IImprovementStore store)
{
    private NameIndex<SupportProgrammeFacts>? _known;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            var rows = await store
                .SupportProgrammes.AsNoTracking()
                .Select(programme => new SupportProgrammeFacts(programme.Id, programme.Code, programme.Name))
                .ToListAsync(cancellationToken);
            _known = new NameIndex<SupportProgrammeFacts>("support programme", rows, row => row.Code, row => row.Name);
        }
    }

    public Result<SupportProgrammeFacts> Find(string text) => _known!.Find(text);

    /// <inheritdoc cref="NameIndex{TFacts}.Take"/>
    public SupportProgrammeFacts? Take(ImportRow row, string? text, string column) => _known!.Take(row, text, column);
}

/// <summary>What a row needs to know of a support programme.</summary>
internal sealed record SupportProgrammeFacts(Guid Id, string Code, string Name);
