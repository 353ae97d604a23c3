using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>One topic.</summary>
[Permission(TopicPermissions.Read)]
public sealed record GetTopic(Guid Id) : IQuery<TopicDetails>;

internal sealed class GetTopicHandler(IReads reads) : IQueryHandler<GetTopic, TopicDetails>
{
    public async Task<Result<TopicDetails>> Handle(GetTopic request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Topic, TopicDetails>(request.Id, cancellationToken) is { } topic
            ? topic
            : TopicErrors.NotFound;
}
