using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>Merges a topic into another: its programmes bear that one, which is found by both names.</summary>
[Permission(TopicPermissions.Write)]
public sealed record MergeTopic(Guid Id, int Version, TopicMergerBody Body) : ICommand<TopicDetails>;

internal sealed class MergeTopicValidator : AbstractValidator<MergeTopic>
{
    public MergeTopicValidator() => RuleFor(command => command.Body.TopicId).NotEmpty();
}

internal sealed class MergeTopicHandler(ILearningStore store, IEnumerable<ITopicBearer> bearers, IReads reads)
    : ICommandHandler<MergeTopic, TopicDetails>
{
    public async Task<Answer<TopicDetails>> Handle(MergeTopic request, CancellationToken cancellationToken)
    {
        var both = await store
            .Topics.Where(topic => topic.Id == request.Id || topic.Id == request.Body.TopicId)
            .ToListAsync(cancellationToken);
        if (both.Find(topic => topic.Id == request.Id) is not { } topic)
        {
            return TopicErrors.NotFound;
        }

        if (both.Find(one => one.Id == request.Body.TopicId) is not { } remaining)
        {
            return TopicErrors.Unknown;
        }

        if ((topic.CheckVersion(request.Version) ?? topic.MergeInto(remaining).Error) is { } refusal)
        {
            return refusal;
        }

        await bearers.ReplaceAsync(topic.Name, remaining.Name, cancellationToken);
        return reads.Answer<Topic, TopicDetails>(topic);
    }
}
