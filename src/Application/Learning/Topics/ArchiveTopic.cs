using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>Archives a topic: programmes keep it, none takes it on.</summary>
[Permission(TopicPermissions.Write)]
public sealed record ArchiveTopic(Guid Id, int Version) : ICommand<TopicDetails>;

internal sealed class ArchiveTopicHandler(ILearningStore store, IReads reads)
    : ICommandHandler<ArchiveTopic, TopicDetails>
{
    public async Task<Answer<TopicDetails>> Handle(ArchiveTopic request, CancellationToken cancellationToken)
    {
        var topic = await store.Topics.SingleOrDefaultAsync(topic => topic.Id == request.Id, cancellationToken);
        if (topic is null)
        {
            return TopicErrors.NotFound;
        }

        return topic.CheckVersion(request.Version) ?? topic.Archive().Error ?? reads.Answer<Topic, TopicDetails>(topic);
    }
}
