using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Programmes as rows of a file, by the filters of the list.</summary>
internal sealed class ProgrammeExporter(ILearningStore store, ITerritoryStore territory, TopicReader topics)
    : IRowReader
{
    /// <summary>Streamed; the positions that audiences name are read before.</summary>
    public async IAsyncEnumerable<ProgrammeRow> Read(
        ListProgrammes filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var positions = await territory
            .Positions.AsNoTracking()
            .Select(position => new { position.Id, position.Code })
            .ToDictionaryAsync(position => position.Id, position => position.Code, cancellationToken);
        filter = await ListProgrammesHandler.ByVocabularyAsync(filter, topics, cancellationToken);
        var programmes = ListProgrammesHandler
            .Filter(store.Programmes.AsNoTracking(), filter)
            .OrderBy(programme => programme.TitleKey)
            .ThenBy(programme => programme.Id)
            .AsAsyncEnumerable();
        await foreach (var programme in programmes.WithCancellation(cancellationToken))
        {
            yield return ToRow(programme, positions);
        }
    }

    private static ProgrammeRow ToRow(Programme programme, Dictionary<Guid, string> positions) =>
        new()
        {
            Code = programme.Code,
            Title = programme.Title,
            Kind = programme.Kind,
            Hours = programme.Hours,
            Line = programme.Line,
            Form = programme.Form,
            ApprovedOn = programme.ApprovedOn,
            Status = programme.Status,
            Modules = ProgrammeCells.Write(programme.Modules),
            Audience = ProgrammeCells.Write(programme.Audience, positions),
            AudienceText = programme.Audience?.Text,
            Provider = programme.Provider,
            Topics = programme.Topics,
            Licence = programme.Licence?.Number,
            LicenceIssuedOn = programme.Licence?.IssuedOn,
        };
}
