using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>Renames a topic; its programmes bear the new name, and it is still found by the former one.</summary>
[Permission(TopicPermissions.Write)]
public sealed record RenameTopic(Guid Id, int Version, TopicBody Body) : ICommand<TopicDetails>;

internal sealed class RenameTopicValidator : AbstractValidator<RenameTopic>
{
    public RenameTopicValidator() => RuleFor(command => command.Body).SetValidator(new TopicBodyValidator());
}

internal sealed class RenameTopicHandler(
    ILearningStore store,
    TopicReader topics,
    IEnumerable<ITopicBearer> bearers,
    IReads reads
) : ICommandHandler<RenameTopic, TopicDetails>
{
    public async Task<Answer<TopicDetails>> Handle(RenameTopic request, CancellationToken cancellationToken)
    {
        var topic = await store.Topics.SingleOrDefaultAsync(topic => topic.Id == request.Id, cancellationToken);
        if (topic is null)
        {
            return TopicErrors.NotFound;
        }

        if (topic.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if ((await topics.ReadAsync(cancellationToken)).IsTaken(request.Body.Name, topic.Id))
        {
            return TopicErrors.NameTaken;
        }

        var former = topic.Name;
        if (topic.Rename(request.Body.Name).Error is { } error)
        {
            return error;
        }

        await bearers.ReplaceAsync(former, topic.Name, cancellationToken);
        return reads.Answer<Topic, TopicDetails>(topic);
    }
}
