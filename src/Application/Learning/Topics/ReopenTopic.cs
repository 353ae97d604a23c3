using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>Takes an archived topic into use again.</summary>
[Permission(TopicPermissions.Write)]
public sealed record ReopenTopic(Guid Id, int Version) : ICommand<TopicDetails>;

internal sealed class ReopenTopicHandler(ILearningStore store, IReads reads)
    : ICommandHandler<ReopenTopic, TopicDetails>
{
    public async Task<Answer<TopicDetails>> Handle(ReopenTopic request, CancellationToken cancellationToken)
    {
        var topic = await store.Topics.SingleOrDefaultAsync(topic => topic.Id == request.Id, cancellationToken);
        if (topic is null)
        {
            return TopicErrors.NotFound;
        }

        return topic.CheckVersion(request.Version) ?? topic.Reopen().Error ?? reads.Answer<Topic, TopicDetails>(topic);
    }
}
