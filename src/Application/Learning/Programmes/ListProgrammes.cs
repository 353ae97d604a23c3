using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;

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

internal sealed class ListProgrammesHandler(ILearningStore store, IProjections projections)
    : IQueryHandler<ListProgrammes, Page<ProgrammeListItem>>
{
    internal static readonly SortFields<Programme> Sort = new SortFields<Programme>("title")
        .Add("title", programme => programme.TitleKey)
        .Add("code", programme => programme.Code)
        .Add("hours", programme => programme.Hours);

    public Task<Result<Page<ProgrammeListItem>>> Handle(ListProgrammes request, CancellationToken cancellationToken) =>
        Filter(store.Programmes, request)
            .ToPageAsync(request, Sort, projections.Of<Programme, ProgrammeListItem>(), cancellationToken);

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Programme> Filter(IQueryable<Programme> programmes, ListProgrammes request) =>
        programmes
            .Searched(request.Q, programme => programme.TitleKey)
            .WhereGiven(request.Kind, kind => programme => programme.Kind == kind)
            .WhereGiven(request.Line, line => programme => programme.Line == line)
            .WhereGiven(request.Status, status => programme => programme.Status == status)
            .WhereGiven(request.Year, year => programme => programme.ApprovedOn.Year == year)
            .OnTopic(request.Topic);
}

/// <summary>Programmes on a topic, to be composed into queries.</summary>
internal static class ProgrammeTopics
{
    /// <param name="programmes">The programmes.</param>
    /// <param name="topic">As people write it; null: any.</param>
    public static IQueryable<Programme> OnTopic(this IQueryable<Programme> programmes, string? topic)
    {
        if (topic is null)
        {
            return programmes;
        }

        var part = TopicNames.PartOf(topic);
        return programmes.Where(programme => programme.TopicsKey != null && programme.TopicsKey.Contains(part));
    }
}
