using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>The vocabulary of topics.</summary>
[Permission(TopicPermissions.Read)]
public sealed record ListTopics : ListQuery, IQuery<Page<TopicListItem>>
{
    /// <summary>Part of the name; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }

    public TopicState? State { get; init; }
}

internal sealed class ListTopicsHandler(ILearningStore store, IProjections projections)
    : IQueryHandler<ListTopics, Page<TopicListItem>>
{
    internal static readonly SortFields<Topic> Sort = new SortFields<Topic>("name")
        .Add("name", topic => topic.NameKey)
        .Add("code", topic => topic.Code);

    public Task<Result<Page<TopicListItem>>> Handle(ListTopics request, CancellationToken cancellationToken) =>
        store
            .Topics.Searched(request.Q, topic => topic.NameKey)
            .WhereGiven(request.State, state => topic => topic.State == state)
            .ToPageAsync(request, Sort, projections.Of<Topic, TopicListItem>(), cancellationToken);
}
