using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>The catalogue of programmes.</summary>
[Permission(ProgrammePermissions.Read)]
public sealed record ListProgrammes : ListQuery, IQuery<Page<ProgrammeListItem>>
{
    /// <summary>Part of the title; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }

    public ProgrammeKind? Kind { get; init; }

    public ProgrammeLine? Line { get; init; }

    public ProgrammeStatus? Status { get; init; }

    /// <summary>Calendar year of the approval.</summary>
    public int? Year { get; init; }

    /// <summary>Programmes on this topic, whatever their title says.</summary>
    public string? Topic { get; init; }
}

internal sealed class ListProgrammesHandler(ILearningStore store, TopicReader topics, IProjections projections)
    : IQueryHandler<ListProgrammes, Page<ProgrammeListItem>>
{
    internal static readonly SortFields<Programme> Sort = new SortFields<Programme>("title")
        .Add("title", programme => programme.TitleKey)
        .Add("code", programme => programme.Code)
        .Add("hours", programme => programme.Hours);

    public async Task<Result<Page<ProgrammeListItem>>> Handle(
        ListProgrammes request,
        CancellationToken cancellationToken
    )
    {
        request = await ByVocabularyAsync(request, topics, cancellationToken);
        return await Filter(store.Programmes, request)
            .ToPageAsync(request, Sort, projections.Of<Programme, ProgrammeListItem>(), cancellationToken);
    }

    /// <summary>Programmes bear a topic by its name, whatever name or code it is asked by.</summary>
    internal static async Task<ListProgrammes> ByVocabularyAsync(
        ListProgrammes request,
        TopicReader topics,
        CancellationToken cancellationToken
    ) =>
        request.Topic is { } text
            ? request with
            {
                Topic = (await topics.ReadAsync(cancellationToken)).NameOf(text),
            }
            : request;

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Programme> Filter(IQueryable<Programme> programmes, ListProgrammes request) =>
        programmes
            .Searched(request.Q, programme => programme.TitleKey)
            .WhereGiven(request.Kind, kind => programme => programme.Kind == kind)
            .WhereGiven(request.Line, line => programme => programme.Line == line)
            .WhereGiven(request.Status, status => programme => programme.Status == status)
            .WhereGiven(request.Year, year => programme => programme.ApprovedOn.Year == year)
            .OnTopic(request.Topic is { } topic ? [TopicNames.PartOf(topic)] : null);
}

/// <summary>Programmes on a topic, to be composed into queries.</summary>
internal static class ProgrammeTopics
{
    /// <param name="programmes">The programmes.</param>
    /// <param name="parts">What stands in the keys of whatever is about it; null: any.</param>
    public static IQueryable<Programme> OnTopic(this IQueryable<Programme> programmes, IReadOnlyList<string>? parts) =>
        parts is null
            ? programmes
            : programmes.Where(programme =>
                programme.TopicsKey != null && parts.Any(part => programme.TopicsKey.Contains(part))
            );
}
