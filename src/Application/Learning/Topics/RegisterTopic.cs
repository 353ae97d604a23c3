using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>Enters a topic into the vocabulary.</summary>
[Permission(TopicPermissions.Write)]
public sealed record RegisterTopic : TopicBody, ICommand<TopicDetails>
{
    /// <summary>Unique within the centre; never changes.</summary>
    public required string Code { get; init; }
}

internal sealed class TopicBodyValidator : AbstractValidator<TopicBody>
{
    public TopicBodyValidator() => RuleFor(body => body.Name).NotEmpty().ShortText(Topic.NameMaxLength);
}

internal sealed class RegisterTopicValidator : AbstractValidator<RegisterTopic>
{
    public RegisterTopicValidator()
    {
        Include(new TopicBodyValidator());
        RuleFor(command => command.Code).NotEmpty().CodeText(Topic.CodeMaxLength);
    }
}

internal sealed class RegisterTopicHandler(ILearningStore store, TopicReader topics, IReads reads)
    : ICommandHandler<RegisterTopic, TopicDetails>
{
    public async Task<Answer<TopicDetails>> Handle(RegisterTopic request, CancellationToken cancellationToken)
    {
        var vocabulary = await topics.ReadAsync(cancellationToken);
        if (vocabulary.IsTaken(request.Name, self: null))
        {
            return TopicErrors.NameTaken;
        }

        // That the code is free is settled by the unique index.
        var topic = Topic.Register(request.Code, request.Name);
        store.Topics.Add(topic);
        return reads.Answer<Topic, TopicDetails>(topic);
    }
}
