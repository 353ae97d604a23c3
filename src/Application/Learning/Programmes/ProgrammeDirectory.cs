using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>The programmes of the centre, found by code or title. Read once in the life of an import.</summary>
internal sealed class ProgrammeDirectory(ILearningStore store)
{
    private NameIndex<ProgrammeFacts>? _known;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            var rows = await store
                .Programmes.AsNoTracking()
                .Select(programme => new ProgrammeFacts(programme.Id, programme.Code, programme.Title))
                .ToListAsync(cancellationToken);
            _known = new NameIndex<ProgrammeFacts>("programme", rows, row => row.Code, row => row.Title);
        }
    }

    public Result<ProgrammeFacts> Find(string text) => _known!.Find(text);

    /// <inheritdoc cref="NameIndex{TFacts}.Take"/>
    public ProgrammeFacts? Take(ImportRow row, string? text, string column) => _known!.Take(row, text, column);
}

/// <summary>What a row needs to know of a programme.</summary>
internal sealed record ProgrammeFacts(Guid Id, string Code, string Title);
